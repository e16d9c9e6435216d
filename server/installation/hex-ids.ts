import type { RandomBytes } from '#shared/model/clock.ts';
import type { Database } from '../database/database.ts';
import { HexIds } from '../http/hex-id.ts';
import { insertIdSalt, readIdSalt } from './installation.repo.ts';

/** The ids of this installation. Its salt is drawn once and kept with the database, so that ids outlive backups. */
export async function loadHexIds(database: Database, random: RandomBytes): Promise<HexIds> {
  const kept = await readIdSalt(database.db);
  if (kept !== null) return new HexIds(kept);
  const salt = await database.write(async (tx) => {
    const current = await readIdSalt(tx.db);
    if (current !== null) return current;
    const drawn = Buffer.from(random(4)).toString('hex');
    await insertIdSalt(tx, drawn);
    return drawn;
  });
  return new HexIds(salt);
}
