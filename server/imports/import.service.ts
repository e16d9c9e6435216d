import type { Clock } from '#shared/model/clock.ts';
import type { Actor } from '#shared/model/user.ts';
import { neededFields, type ImportColumns } from '#shared/protocol/admin/imports.ts';
import { recordAction } from '../audit/audit-log.repo.ts';
import type { Database } from '../database/database.ts';
import type { Tx } from '../database/handles.ts';
import type { Bell } from '../jobs/bell.ts';
import { BrokenCsv, readCsv } from './csv-file.ts';
import { guessColumns } from './import-words.ts';
import {
  dropParts,
  dropProblems,
  findImport,
  insertImport,
  listImports,
  listProblems,
  measureParts,
  putPart,
  readParts,
  updateImport,
  type StoredImport,
} from './import.repo.ts';

/** Most rows of one file. */
export const maxRows = 200_000;

/** Rows that are shown, so that people see whether the columns are what they think. */
const sampleSize = 3;

const listedAtMost = 20;
const problemsShown = 200;

/** Why a step was not taken. */
export type ImportRefusal =
  | { kind: 'not_found' }
  /** It is not the time for it: the state that the import is in. */
  | { kind: 'wrong_state'; state: string }
  | { kind: 'no_rows' }
  | { kind: 'parts_missing' }
  | { kind: 'too_many_rows' }
  | { kind: 'broken'; line: number }
  /** Columns that the file lacks, or fields that have none and need one. */
  | { kind: 'bad_columns'; names: string[] };

export type ImportOutcome<Value> = { kind: 'done'; value: Value } | ImportRefusal;

export interface FileColumns {
  import: StoredImport;
  headers: string[];
  sample: string[][];
}

export interface ImportsDeps {
  database: Database;
  clock: Clock;
  /** Rung when there is work for the runner. */
  bell: Bell;
}

const zeroes = { rows_done: 0, rows_new: 0, rows_known: 0, rows_bad: 0 } as const;

/**
 * Files of tickets from other systems: for admins, which the caller has checked. A file is sent in parts and kept until
 * it is done with, so that neither a closed window nor a node that stops in the middle loses anything.
 */
export class Imports {
  readonly #deps: ImportsDeps;

  constructor(deps: ImportsDeps) {
    this.#deps = deps;
  }

  list(): Promise<StoredImport[]> {
    return listImports(this.#deps.database.db, listedAtMost);
  }

  /** With the first rows that are left out, and why. */
  async read(id: number): Promise<ImportOutcome<{ import: StoredImport; problems: Problem[] }>> {
    return this.#deps.database.readAtOnce(async (db) => {
      const found = await findImport(db, id);
      if (found === null) return { kind: 'not_found' };
      const problems = await listProblems(db, id, problemsShown);
      return { kind: 'done', value: { import: found, problems } };
    });
  }

  begin(actor: Actor, fileName: string): Promise<StoredImport> {
    const now = this.#deps.clock.now();
    const row = { file_name: fileName, state: 'uploading', columns: '{}', rows_total: 0, ...zeroes };
    return this.#deps.database.write(async (tx) => {
      const id = await insertImport(tx, { ...row, created_by: actor.id, created_at: now, updated_at: now });
      return present(tx, id);
    });
  }

  addPart(id: number, position: number, content: string): Promise<ImportOutcome<null>> {
    return this.#inState(id, ['uploading'], async (tx) => {
      await putPart(tx, id, position, content);
      return { kind: 'done', value: null };
    });
  }

  /** Reads all of the file, once: what it cannot be read beyond shows here, before anything is done with it. */
  async readColumns(id: number): Promise<ImportOutcome<FileColumns>> {
    const { db } = this.#deps.database;
    if ((await findImport(db, id)) === null) return { kind: 'not_found' };
    const { count, last } = await measureParts(db, id);
    if (count !== last + 1) return { kind: 'parts_missing' };
    const file = await this.#readFile(id);
    if ('kind' in file) return file;
    return this.#inState(id, ['uploading', 'read', 'checked'], async (tx) => {
      const columns = JSON.stringify(guessColumns(file.headers));
      await updateImport(tx, id, { ...zeroes, state: 'read', columns, rows_total: file.rowCount });
      const { headers, sample } = file;
      return { kind: 'done', value: { import: await present(tx, id), headers, sample } };
    });
  }

  /** Begins the dry run with these columns. */
  async check(id: number, columns: ImportColumns): Promise<ImportOutcome<StoredImport>> {
    if ((await findImport(this.#deps.database.db, id)) === null) return { kind: 'not_found' };
    const headers = await this.#readHeaders(id);
    const unknown = Object.values(columns).filter((header) => !headers.includes(header));
    const lacking = neededFields.filter((field) => columns[field] === undefined);
    if (unknown.length + lacking.length > 0) return { kind: 'bad_columns', names: [...unknown, ...lacking] };
    return this.#inState(id, ['read', 'checked'], (tx) =>
      this.#run(tx, id, { state: 'checking', columns: JSON.stringify(columns) }),
    );
  }

  /** Begins the import: after a dry run alone, with the columns of that. */
  start(actor: Actor, id: number): Promise<ImportOutcome<StoredImport>> {
    return this.#inState(id, ['checked'], async (tx, { file_name, rows_new: rows }) => {
      const target = { type: 'import', id } as const;
      const entry = { adminId: actor.id, action: 'import_started', target } as const;
      await recordAction(tx, { ...entry, metadata: { file_name, rows } }, this.#deps.clock.now());
      return this.#run(tx, id, { state: 'running' });
    });
  }

  /** What came in stays. */
  cancel(actor: Actor, id: number): Promise<ImportOutcome<StoredImport>> {
    const states = ['uploading', 'read', 'checking', 'checked', 'running'];
    return this.#inState(id, states, async (tx, { file_name, state, rows_new: rows }) => {
      const now = this.#deps.clock.now();
      await updateImport(tx, id, { state: 'cancelled', updated_at: now });
      await dropParts(tx, id);
      if (state === 'running') {
        const target = { type: 'import', id } as const;
        const entry = { adminId: actor.id, action: 'import_cancelled', target } as const;
        await recordAction(tx, { ...entry, metadata: { file_name, rows } }, now);
      }
      return { kind: 'done', value: await present(tx, id) };
    });
  }

  async #run(tx: Tx, id: number, set: { state: string; columns?: string }) {
    await dropProblems(tx, id);
    await updateImport(tx, id, { ...set, ...zeroes, updated_at: this.#deps.clock.now() });
    tx.afterCommit(() => this.#deps.bell.ring());
    return { kind: 'done', value: await present(tx, id) } as const;
  }

  #inState<Value>(
    id: number,
    states: readonly string[],
    step: (tx: Tx, found: StoredImport) => Promise<ImportOutcome<Value>>,
  ): Promise<ImportOutcome<Value>> {
    return this.#deps.database.write(async (tx) => {
      const found = await findImport(tx.db, id);
      if (found === null) return { kind: 'not_found' };
      if (!states.includes(found.state)) return { kind: 'wrong_state', state: found.state };
      return step(tx, found);
    });
  }

  async #readHeaders(id: number): Promise<string[]> {
    for await (const { cells } of readCsv(readParts(this.#deps.database.db, id))) return cells;
    return [];
  }

  async #readFile(id: number): Promise<ReadFile | ImportRefusal> {
    const [sample, file]: [string[][], { headers: string[] | null }] = [[], { headers: null }];
    let rowCount = 0;
    try {
      for await (const { cells } of readCsv(readParts(this.#deps.database.db, id))) {
        if (file.headers === null) {
          file.headers = cells;
          continue;
        }
        rowCount += 1;
        if (rowCount > maxRows) return { kind: 'too_many_rows' };
        if (sample.length < sampleSize) sample.push(cells);
      }
    } catch (error) {
      if (error instanceof BrokenCsv) return { kind: 'broken', line: error.line };
      throw error;
    }
    return file.headers === null || rowCount === 0
      ? { kind: 'no_rows' }
      : { headers: file.headers, sample, rowCount };
  }
}

interface ReadFile {
  headers: string[];
  sample: string[][];
  rowCount: number;
}

type Problem = Awaited<ReturnType<typeof listProblems>>[number];

async function present(tx: Tx, id: number): Promise<StoredImport> {
  const found = await findImport(tx.db, id);
  if (found === null) throw new Error('An import was not there after it was written');
  return found;
}
