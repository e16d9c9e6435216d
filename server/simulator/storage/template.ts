import BetterSqlite3 from 'better-sqlite3';

export type Row = Record<string, unknown>;
export type Statement = BetterSqlite3.Statement<unknown[], Row>;

/** An open database with the statements that are prepared on it. Everything happens within one outer transaction. */
export interface OpenFile {
  readonly connection: BetterSqlite3.Database;
  readonly statements: Map<string, Statement>;
}

/** More would be those of lists of every length, met once and kept for ever. */
const statementLimit = 1_000;

/** Opens a file in memory: a new one, or a copy of another one. */
export function openFile(image?: Buffer): OpenFile {
  const connection = new BetterSqlite3(image ?? ':memory:');
  connection.pragma('foreign_keys = ON');
  connection.pragma('temp_store = MEMORY');
  connection.exec('begin');
  return { connection, statements: new Map() };
}

/**
 * A file that many worlds begin with. Preparing statements costs more than running them on a few rows: an open file
 * goes on to the next world with all its statements, once the outer transaction has taken back what happened to it.
 */
export class Template {
  readonly #make: () => Promise<OpenFile>;
  readonly #idle: OpenFile[] = [];

  /** `make`: the file as every world finds it, with nothing left to commit. */
  constructor(make: () => Promise<OpenFile>) {
    this.#make = make;
  }

  /** Makes as many as one world may need. */
  async stock(count: number): Promise<void> {
    while (this.#idle.length < count) this.#idle.push(await this.#make());
  }

  /** @throws when nobody has stocked enough of them. */
  take(): OpenFile {
    const file = this.#idle.pop();
    if (file === undefined) throw new Error('A world needs more files than were made for it');
    return file;
  }

  giveBack(file: OpenFile): void {
    file.connection.exec('rollback');
    file.connection.exec('begin');
    if (file.statements.size > statementLimit) file.statements.clear();
    this.#idle.push(file);
  }
}
