import { z } from 'zod';
import { idParams } from '../node-call.ts';
import { adminCall } from './admin-call.ts';

/** What a row of a file can say about a ticket. */
export const importFields = [
  'external_key',
  'subject',
  'description',
  'status',
  'priority',
  'category',
  'requester_name',
  'requester_email',
  'phone_number',
  'tags',
  'assignee',
  'created_at',
  'ended_at',
] as const;
export type ImportField = (typeof importFields)[number];

/** Without these there is no ticket, and no telling whether it is here already. */
export const neededFields = ['external_key', 'subject'] as const satisfies ImportField[];

/** The file's column, by its header, for each field that has one. */
const columnsSchema = z.partialRecord(z.enum(importFields), z.string().max(500));
export type ImportColumns = z.infer<typeof columnsSchema>;

/**
 * `uploading` until all of the file is there; `read` once its columns are known; `checking` and `checked` for the dry
 * run, which writes nothing; `running` and `done` for the import itself; `cancelled` by somebody, at any time before.
 */
export const importStates = [
  'uploading',
  'read',
  'checking',
  'checked',
  'running',
  'done',
  'cancelled',
] as const;

/** Why a row is left out. */
export const faultCodes = [
  'missing',
  'too_long',
  'unknown_word',
  'not_a_date',
  'in_future',
  'before_creation',
  'unknown_person',
  'repeated',
] as const;
export type FaultCode = (typeof faultCodes)[number];

const faultSchema = z.strictObject({
  code: z.enum(faultCodes),
  field: z.enum(importFields),
  /** What stands in the file, cut short. */
  value: z.string(),
});
export type Fault = z.infer<typeof faultSchema>;

const importSchema = z.strictObject({
  id: z.int(),
  file_name: z.string(),
  state: z.enum(importStates),
  columns: columnsSchema,
  /** Known once the file was read. */
  rows_total: z.int(),
  /** Of the dry run, and then again of the import. */
  rows_done: z.int(),
  rows_new: z.int(),
  /** Their key belongs to a ticket already: they are left as they are. */
  rows_known: z.int(),
  rows_bad: z.int(),
  created_by_name: z.string().nullable(),
  created_at: z.int(),
  updated_at: z.int(),
});
export type CsvImport = z.infer<typeof importSchema>;

/** In characters; a body of a console's request holds it whatever its script. */
export const importPartLength = 100_000;
export const importPartsAtMost = 1_000;

const one = z.strictObject({ import: importSchema });

/** Tickets from another system, out of a CSV file: sent in parts, read, tried, taken in. */
export const importCalls = {
  /** The newest twenty. */
  list: adminCall({
    method: 'GET',
    path: '/imports',
    answer: z.strictObject({ imports: z.array(importSchema) }),
  }),
  begin: adminCall({
    method: 'POST',
    path: '/imports',
    body: z.strictObject({ file_name: z.string().trim().min(1).max(200) }),
    answer: one,
  }),
  /** Positions count from 0 without a gap; one that is sent again takes the place of the former. */
  part: adminCall({
    method: 'PUT',
    path: '/imports/:id/parts',
    params: idParams,
    body: z.strictObject({
      position: z
        .int()
        .min(0)
        .max(importPartsAtMost - 1),
      content: z.string().min(1).max(importPartLength),
    }),
    answer: z.strictObject({}),
  }),
  /** Reads all of the file: its columns, how many rows there are, and which column is probably what. */
  columns: adminCall({
    method: 'POST',
    path: '/imports/:id/columns',
    params: idParams,
    answer: z.strictObject({
      import: importSchema,
      headers: z.array(z.string()),
      /** The first rows, by column. */
      sample: z.array(z.array(z.string())),
    }),
  }),
  /** Begins the dry run. */
  check: adminCall({
    method: 'POST',
    path: '/imports/:id/check',
    params: idParams,
    body: z.strictObject({ columns: columnsSchema }),
    answer: one,
  }),
  /** Begins the import; only after a dry run. */
  start: adminCall({ method: 'POST', path: '/imports/:id/start', params: idParams, answer: one }),
  /** How far it is, and the first rows that are left out. */
  read: adminCall({
    method: 'GET',
    path: '/imports/:id',
    params: idParams,
    answer: z.strictObject({
      import: importSchema,
      problems: z.array(z.strictObject({ line: z.int(), faults: z.array(faultSchema) })),
    }),
  }),
  /** Ends it; tickets that came in by it stay. */
  cancel: adminCall({ method: 'DELETE', path: '/imports/:id', params: idParams, answer: one }),
};
