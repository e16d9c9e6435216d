import type { Generated } from 'kysely';

/** A file of tickets from elsewhere, and how far it has been taken in. */
export interface CsvImportTable {
  id: Generated<number>;
  file_name: string;
  state: string;
  /** JSON object: the file's column for each field. */
  columns: string;
  rows_total: number;
  rows_done: number;
  rows_new: number;
  rows_known: number;
  rows_bad: number;
  created_by: number | null;
  created_at: number;
  updated_at: number;
}

export interface CsvImportPartTable {
  import_id: number;
  position: number;
  content: string;
}

export interface CsvImportProblemTable {
  import_id: number;
  /** In the file, the header being 1. */
  line: number;
  message: string;
}

export interface ImportedTicketTable {
  external_key: string;
  ticket_id: number;
  import_id: number;
  /** When it came into this desk, ms UTC. */
  imported_at: number;
}
