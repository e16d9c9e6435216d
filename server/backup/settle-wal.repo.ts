import Database from 'better-sqlite3';

/** Brings what lies in the database's log of pages into its file, when nobody uses it. @returns whether it could. */
export function settleWal(file: string): boolean {
  let connection: Database.Database | undefined;
  try {
    connection = new Database(file, { fileMustExist: true });
    const [result] = connection.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    return result?.busy === 0;
  } catch {
    return false;
  } finally {
    connection?.close();
  }
}
