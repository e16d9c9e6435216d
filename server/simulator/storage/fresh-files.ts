import { openOutbox } from '#shared/replica/outbox-database.ts';
import { openReplicaDatabase } from '#shared/replica/replica-database.ts';
import { Process } from '../processes/process.ts';
import { Disk } from './disk.ts';
import { consoleDialect } from './disk-dialect.ts';
import { Template, type OpenFile } from './template.ts';

/** A console's files as they are right after they were made. */
export interface FreshFiles {
  outbox: Template;
  replica: Template;
}

async function makeOutbox(): Promise<OpenFile> {
  const disk = new Disk();
  await (await openOutbox(consoleDialect(disk, new Process('fresh')))).destroy();
  return disk.handOver();
}

async function makeReplica(): Promise<OpenFile> {
  const disk = new Disk();
  const db = await openReplicaDatabase({
    openReplica: async () => consoleDialect(disk, new Process('fresh')),
    deleteReplica: async () => {},
    log: () => {},
  });
  await db.destroy();
  return disk.handOver();
}

/** Shared by all worlds of this process: every console of every schedule would make the same. */
export const freshFiles: FreshFiles = {
  outbox: new Template(makeOutbox),
  replica: new Template(makeReplica),
};
