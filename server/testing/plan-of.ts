import BetterSqlite3 from 'better-sqlite3';
import type { TestDesk } from './test-desk.ts';

/** How SQLite would run a compiled query on the desk: one line per step. */
export function planOf(
  desk: Pick<TestDesk, 'file'>,
  { sql, parameters }: { sql: string; parameters: readonly unknown[] },
): string[] {
  const connection = new BetterSqlite3(desk.file, { readonly: true });
  try {
    const steps = connection.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters) as { detail: string }[];
    return steps.map((step) => step.detail);
  } finally {
    connection.close();
  }
}
