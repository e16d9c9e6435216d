import Database from 'better-sqlite3';

interface TableCopy {
  name: string;
  sql: string;
  rows: unknown[][];
}

/** What tells how new a row is; profiles do not say. */
const changedAtByTable: Readonly<Record<string, string>> = {
  ticket: 'updated_at',
  message: 'created_at',
  activity: 'created_at',
};

/** The rows of a console's file, or those that changed after a moment, to be written once more with nothing around. */
export class RawReplica {
  readonly #tables: TableCopy[];
  readonly #ddl: string[];

  constructor(file: string, since: number | null = null) {
    const source = new Database(file, { readonly: true });
    const all = ['profile', 'ticket', 'message', 'activity'];
    const names = since === null ? all : Object.keys(changedAtByTable);
    this.#ddl = source
      .prepare(`SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND type IN ('table', 'index')
                AND tbl_name IN (${names.map(() => '?').join(', ')}) ORDER BY type DESC`)
      .pluck()
      .all(names) as string[];
    this.#tables = names.map((name) => {
      const columns = (source.pragma(`table_info(${name})`) as { name: string }[]).map(
        (column) => column.name,
      );
      return {
        name,
        sql: `INSERT INTO ${name} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
        rows: source
          .prepare(
            `SELECT ${columns.join(', ')} FROM ${name}
             ${since === null ? '' : `WHERE ${changedAtByTable[name]} >= ${since}`}`,
          )
          .raw()
          .all() as unknown[][],
      };
    });
    source.close();
  }

  get ticketCount(): number {
    return this.#tables.find(({ name }) => name === 'ticket')?.rows.length ?? 0;
  }

  get rowCount(): number {
    return this.#tables.reduce((sum, { rows }) => sum + rows.length, 0);
  }

  /** Ms for the rows of these tables with their indexes in one transaction on a new file, opened as a console opens its own. */
  timeInsert(file: string, tables: readonly string[] = this.#tables.map(({ name }) => name)): number {
    const target = new Database(file);
    target.pragma('journal_mode = WAL');
    target.pragma('synchronous = NORMAL');
    for (const statement of this.#ddl) target.exec(statement);
    const startedAt = performance.now();
    target.transaction(() => {
      for (const { sql, rows } of this.#tables.filter(({ name }) => tables.includes(name))) {
        const statement = target.prepare(sql);
        for (const row of rows) statement.run(row);
      }
    })();
    const elapsedMs = performance.now() - startedAt;
    target.close();
    return elapsedMs;
  }
}
