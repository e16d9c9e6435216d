import type { Clock } from '#shared/model/clock.ts';
import type { UidFactory } from '#shared/model/uid.ts';
import { isAdmin, type Actor } from '#shared/model/user.ts';
import type { Fault, ImportColumns } from '#shared/protocol/admin/imports.ts';
import type { Database } from '../database/database.ts';
import type { Tx } from '../database/handles.ts';
import type { TicketWriter } from '../tickets/ticket-writer.ts';
import { findActor } from '../users/profile.repo.ts';
import { readCsv } from './csv-file.ts';
import { draftTicket } from './draft-ticket.ts';
import {
  dropParts,
  findCustomerByEmail,
  findImport,
  findInState,
  insertImportedTicket,
  insertProblem,
  listKnownKeys,
  readParts,
  readStaffByName,
  updateImport,
  type StoredImport,
} from './import.repo.ts';
import { readTicket, type RowReader, type ToldRow, type ToldTicket } from './read-ticket.ts';

/** Rows of one transaction: few enough that nobody who writes meanwhile waits for long. */
const batchSize = 10;

/** Rows whose faults are kept; the others are counted. */
const problemsKept = 1_000;

export interface ImportRunnerDeps {
  database: Database;
  writer: TicketWriter;
  clock: Clock;
  mintUid: UidFactory;
}

interface Read {
  line: number;
  row: ToldRow;
}

/**
 * Works imports off, dry runs and real ones, the oldest first. How far it is stands beside what it wrote, in the same
 * transactions: a node that stops in the middle goes on at the next row. A key becomes one ticket, however often its row
 * is sent; a row that is known already is left alone.
 */
export class ImportRunner {
  readonly #deps: ImportRunnerDeps;
  #isStopped = false;

  constructor(deps: ImportRunnerDeps) {
    this.#deps = deps;
  }

  /** Ends a run after the rows that it is at. */
  stop(): void {
    this.#isStopped = true;
  }

  async run(): Promise<void> {
    while (!this.#isStopped) {
      const found = await findInState(this.#deps.database.db, ['checking', 'running']);
      if (found === null) return;
      await this.#work(found);
    }
  }

  async #work(work: StoredImport): Promise<void> {
    let batch: Read[] = [];
    for await (const read of this.#readRows(work)) {
      batch.push(read);
      if (batch.length < batchSize) continue;
      if (!(await this.#finishBatch(work, batch)) || this.#isStopped) return;
      batch = [];
    }
    if (batch.length > 0 && !(await this.#finishBatch(work, batch))) return;
    await this.#end(work);
  }

  /** The rows that are not done yet. */
  async *#readRows({ id, columns, rows_done }: StoredImport): AsyncGenerator<Read> {
    const { database, clock } = this.#deps;
    let reader: RowReader | null = null;
    const keys = new Set<string>();
    let count = 0;
    for await (const { line, cells } of readCsv(readParts(database.db, id))) {
      if (reader === null) {
        reader = {
          columns: JSON.parse(columns) as ImportColumns,
          headers: cells,
          staffIdByName: await readStaffByName(database.db),
          now: clock.now(),
        };
        continue;
      }
      count += 1;
      const row = refuseRepeated(readTicket(reader, cells), keys);
      if (count > rows_done) yield { line, row };
    }
  }

  /** False when it goes no further: somebody has cancelled it, or whose import it is may import no more. */
  #finishBatch({ id, state }: StoredImport, batch: readonly Read[]): Promise<boolean> {
    const now = this.#deps.clock.now();
    return this.#deps.database.write(async (tx) => {
      const current = await findImport(tx.db, id);
      if (current === null || current.state !== state) return false;
      const author = await findAuthor(tx, current);
      if (author === null) {
        await dropParts(tx, id);
        await updateImport(tx, id, { state: 'cancelled', updated_at: now });
        return false;
      }
      const { fresh, bad, knownCount } = await sortOut(tx, batch);
      const kept = Math.max(0, problemsKept - current.rows_bad);
      for (const { line, faults } of bad.slice(0, kept))
        await insertProblem(tx, id, line, JSON.stringify(faults));
      if (state === 'running') for (const ticket of fresh) await this.#write(tx, id, ticket, author);
      await updateImport(tx, id, {
        rows_done: current.rows_done + batch.length,
        rows_new: current.rows_new + fresh.length,
        rows_known: current.rows_known + knownCount,
        rows_bad: current.rows_bad + bad.length,
        updated_at: now,
      });
      return true;
    }, `import:${id}`);
  }

  async #write(tx: Tx, importId: number, told: ToldTicket, actor: Actor): Promise<void> {
    const { writer, clock, mintUid } = this.#deps;
    const email = told.requesterEmail;
    const requesterId = email === null ? null : await findCustomerByEmail(tx.db, email);
    const changes = draftTicket(told, requesterId, { actor, mintUid });
    const now = clock.now();
    const context = { now, origin: 'import', isQuiet: true };
    const { ticket } = await writer.write(tx, null, changes, context);
    const origin = { external_key: told.key, import_id: importId, imported_at: now };
    await insertImportedTicket(tx, { ...origin, ticket_id: ticket.id });
  }

  #end({ id, state }: StoredImport): Promise<void> {
    return this.#deps.database.write(async (tx) => {
      const current = await findImport(tx.db, id);
      if (current?.state !== state) return;
      const after = state === 'running' ? 'done' : 'checked';
      if (after === 'done') await dropParts(tx, id);
      await updateImport(tx, id, { state: after, updated_at: this.#deps.clock.now() });
    });
  }
}

/** Whose doing it is, as they are now; null when they may import no more. */
async function findAuthor(tx: Tx, { created_by }: StoredImport): Promise<Actor | null> {
  const actor = created_by === null ? null : await findActor(tx.db, created_by);
  return actor !== null && actor.is_active && isAdmin(actor) ? actor : null;
}

async function sortOut(tx: Tx, batch: readonly Read[]) {
  const bad = batch.flatMap(({ line, row }) => (row.kind === 'bad' ? [{ line, faults: row.faults }] : []));
  const tickets = batch.flatMap(({ row }) => (row.kind === 'ticket' ? [row.ticket] : []));
  const known = await listKnownKeys(
    tx.db,
    tickets.map(({ key }) => key),
  );
  const fresh = tickets.filter(({ key }) => !known.has(key));
  return { fresh, bad, knownCount: tickets.length - fresh.length };
}

/** A key that stands in the file twice would be one ticket with two stories. */
function refuseRepeated(row: ToldRow, keys: Set<string>): ToldRow {
  const key = row.kind === 'ticket' ? row.ticket.key : row.key;
  if (key === '') return row;
  const fault: Fault = { code: 'repeated', field: 'external_key', value: key.slice(0, 80) };
  const isRepeated = keys.has(key);
  keys.add(key);
  if (!isRepeated) return row;
  return { kind: 'bad', key, faults: row.kind === 'bad' ? [...row.faults, fault] : [fault] };
}
