import type { Clock } from '#shared/model/clock.ts';
import type { Actor } from '#shared/model/user.ts';
import { recordAction } from '../audit/audit-log.repo.ts';
import type { Database } from '../database/database.ts';

/** A page of rows, and what the next one is asked with; null behind the last. */
export interface ExportPage<Row, Place> {
  rows: readonly Row[];
  next: Place | null;
}

/** Rows of any number, read as they are written out. */
export async function* walkPages<Row, Place>(
  read: (after: Place | null) => Promise<ExportPage<Row, Place>>,
): AsyncGenerator<readonly Row[]> {
  let place: Place | null = null;
  do {
    const { rows, next }: ExportPage<Row, Place> = await read(place);
    yield rows;
    place = next;
  } while (place !== null);
}

/** What admins take out of the desk beside its tickets. */
export class RecordExport {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor({ database, clock }: { database: Database; clock: Clock }) {
    this.#database = database;
    this.#clock = clock;
  }

  /** Keeps who took what; `records` names it, `filter` is what they asked for. For admins, as the caller has checked. */
  async keep(actor: Actor, records: string, filter: Readonly<Record<string, unknown>>): Promise<void> {
    const target = { type: 'export', id: records } as const;
    const entry = { adminId: actor.id, action: 'records_exported', target, metadata: { ...filter } } as const;
    await this.#database.write((tx) => recordAction(tx, entry, this.#clock.now()));
  }
}
