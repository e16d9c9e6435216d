interface Ran {
  changes: number | bigint;
  lastInsertRowid: number | bigint;
}

/** Whether this is the text by which Kysely takes a transaction back. */
export const isRollback = (sql: string): boolean => sql === 'rollback';

/**
 * Takes a transaction back. A full disk has ended it already: then nothing is left to do, and a second failure would
 * hide the first one from whoever has to tell of it.
 */
export function rollBack(run: () => Ran): Ran {
  try {
    return run();
  } catch (error) {
    if (error instanceof Error && error.message.includes('no transaction is active')) {
      return { changes: 0, lastInsertRowid: 0 };
    }
    throw error;
  }
}
