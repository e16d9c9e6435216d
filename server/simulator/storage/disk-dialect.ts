import {
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely';
import { createLane } from '#shared/replica/lane.ts';
import { sqliteDialect } from '../../database/dialects/sqlite.ts';
import type { DatabaseDialect } from '../../database/dialects/dialect.ts';
import type { Process } from '../processes/process.ts';
import type { Disk } from './disk.ts';

const never = (): Promise<never> => new Promise(() => {});

/** One process's way to a disk. Its statements stop with it, wherever they are. */
class DiskConnection implements DatabaseConnection {
  readonly #disk: Disk;
  readonly #process: Process;
  /** Frees the disk for the next one who waits. */
  release: () => void = () => {};

  constructor(disk: Disk, process: Process) {
    this.#disk = disk;
    this.#process = process;
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    if (!this.#process.survivesStatement()) return never();
    const isCommit = sql === 'commit' && this.#disk.hasUncommitted;
    if (isCommit && !this.#process.survivesCommit('before')) return never();
    const { rows, changes, lastId } = this.#disk.run(sql, parameters);
    if (isCommit && !this.#process.survivesCommit('after')) return never();
    return { rows: rows as Row[], numAffectedRows: BigInt(changes), insertId: BigInt(lastId) };
  }

  // oxlint-disable-next-line require-yield -- Kysely asks for a generator; this one ends before its first row
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('Nothing in the product streams');
  }
}

const query = (sql: string): CompiledQuery =>
  ({ sql, parameters: [], query: { kind: 'RawNode' }, queryId: { queryId: '' } }) as unknown as CompiledQuery;

/** Lets one user at the disk at a time: a reader beside the writer waits, and so sees committed rows alone. */
class DiskDriver implements Driver {
  readonly #disk: Disk;
  readonly #process: Process;
  readonly #lane: ReturnType<typeof createLane>;

  constructor(disk: Disk, process: Process, lane: ReturnType<typeof createLane>) {
    this.#disk = disk;
    this.#process = process;
    this.#lane = lane;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const connection = new DiskConnection(this.#disk, this.#process);
    await new Promise<void>((acquired) => {
      void this.#lane(
        () =>
          new Promise<void>((released) => {
            connection.release = released;
            acquired();
          }),
      );
    });
    return connection;
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(query('begin'));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(query('commit'));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(query('rollback'));
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    (connection as DiskConnection).release();
  }

  async destroy(): Promise<void> {}
}

function dialectOn(disk: Disk, process: Process, lane = createLane()): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DiskDriver(disk, process, lane),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/** A console's file, opened by this process. */
export function consoleDialect(disk: Disk, process: Process): Dialect {
  process.onEnd(() => disk.rollBack());
  return dialectOn(disk, process);
}

/** The node's file, opened by this process: SQLite's words and failures, one connection for writer and reader. */
export function nodeDialect(disk: Disk, process: Process): DatabaseDialect {
  process.onEnd(() => disk.rollBack());
  const lane = createLane();
  return {
    ...sqliteDialect(':memory:'),
    writer: () => dialectOn(disk, process, lane),
    reader: () => dialectOn(disk, process, lane),
  };
}
