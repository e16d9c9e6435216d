import { openOutbox } from '#shared/replica/outbox-database.ts';
import { openReplicaDatabase } from '#shared/replica/replica-database.ts';
import { Process } from '../processes/process.ts';
import { Disk } from './disk.ts';
import { consoleDialect } from './disk-dialect.ts';

/** A console's files as they are right after they were made. */
export interface FreshFiles {
  outbox: Buffer;
  replica: Buffer;
}

let made: Promise<FreshFiles> | null = null;

/** Makes them once per process: every console of every schedule would make the same. */
export function freshFiles(): Promise<FreshFiles> {
  made ??= make();
  return made;
}

async function make(): Promise<FreshFiles> {
  const [outbox, replica] = [new Disk(), new Disk()];
  const process = new Process('fresh');
  await (await openOutbox(consoleDialect(outbox, process))).destroy();
  const db = await openReplicaDatabase({
    openReplica: async () => consoleDialect(replica, process),
    deleteReplica: async () => {},
    log: () => {},
  });
  await db.destroy();
  const images = { outbox: outbox.image(), replica: replica.image() };
  outbox.close();
  replica.close();
  return images;
}
