import init, { type Sqlite3Static } from '@sqlite.org/sqlite-wasm';

export type SqliteLog = (message: string) => void;

/**
 * Loads SQLite's WASM build, which would otherwise write to the console and try out a storage that needs headers which
 * the node does not send. It reads its settings once, from a global, when it starts.
 */
export async function loadSqlite(log: SqliteLog): Promise<Sqlite3Static> {
  const ignore = () => undefined;
  const tell = (...parts: unknown[]) => log(parts.map(String).join(' '));
  Object.assign(globalThis, {
    sqlite3ApiConfig: {
      debug: ignore,
      log: ignore,
      warn: tell,
      error: tell,
      disable: { vfs: { opfs: true, 'opfs-wl': true, kvvfs: true } },
    },
  });
  return init();
}
