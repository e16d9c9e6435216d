import { join } from 'node:path';

/** Names inside a node's data folder. */
export const databaseIn = (dataDir: string): string => join(dataDir, 'waypost.sqlite');
export const secretIn = (dataDir: string): string => join(dataDir, 'signing-secret');

/** The folder of attachments lies in the data folder, and beside backups, which share it. */
export const attachmentsIn = (folder: string): string => join(folder, 'attachments');

export const manifestOf = (backup: string): string => `${backup}.json`;
export const secretOf = (backup: string): string => `${backup}.secret`;

/** "waypost-20261205T031500Z.sqlite": the order of names is the order of time. */
export function backupName(madeAt: number): string {
  const stamp = new Date(madeAt).toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
  return `waypost-${stamp}Z.sqlite`;
}

export const isBackupName = (name: string): boolean => /^waypost-\d{8}T\d{6}Z\.sqlite$/.test(name);
