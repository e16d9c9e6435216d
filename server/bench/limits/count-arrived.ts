import Database from 'better-sqlite3';

/** How many messages and activities a desk's file holds under these names, each counted as often as it is there. */
export function countArrived(file: string, uids: readonly string[]): number {
  const connection = new Database(file, { readonly: true });
  const count = connection
    .prepare(
      `SELECT (SELECT count(*) FROM message WHERE uid IN (SELECT value FROM json_each(:uids)))
            + (SELECT count(*) FROM activity WHERE uid IN (SELECT value FROM json_each(:uids)))`,
    )
    .pluck()
    .get({ uids: JSON.stringify(uids) }) as number;
  connection.close();
  return count;
}
