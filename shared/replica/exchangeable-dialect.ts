import {
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
} from 'kysely';

/** SQLite on a file that can be exchanged for another one under those who use it. */
export class ExchangeableDialect implements Dialect {
  #driver: Driver | null = null;

  /** Closes the file that is open, if one is. */
  async close(): Promise<void> {
    const driver = this.#driver;
    this.#driver = null;
    await driver?.destroy();
  }

  /** Goes on with another file; to be called after `close`, and before the first query. */
  async open(dialect: Dialect): Promise<void> {
    const driver = dialect.createDriver();
    await driver.init();
    this.#driver = driver;
  }

  createDriver(): Driver {
    // What began on one file ends there, also when that is closed by then.
    const driverOf = new WeakMap<DatabaseConnection, Driver>();
    const of = (connection: DatabaseConnection): Driver => {
      const driver = driverOf.get(connection);
      if (driver === undefined) throw new Error('No file is open');
      return driver;
    };
    return {
      // Each file's own driver was started when it was opened.
      init: async () => undefined,
      acquireConnection: async (...args) => {
        const driver = this.#driver;
        if (driver === null) throw new Error('No file is open');
        const connection = await driver.acquireConnection(...args);
        driverOf.set(connection, driver);
        return connection;
      },
      beginTransaction: (connection, settings) => of(connection).beginTransaction(connection, settings),
      commitTransaction: (connection) => of(connection).commitTransaction(connection),
      rollbackTransaction: (connection) => of(connection).rollbackTransaction(connection),
      releaseConnection: (connection) => of(connection).releaseConnection(connection),
      destroy: () => this.close(),
    };
  }

  createQueryCompiler = () => new SqliteQueryCompiler();
  createAdapter = () => new SqliteAdapter();
  createIntrospector = (db: Kysely<unknown>) => new SqliteIntrospector(db);
}
