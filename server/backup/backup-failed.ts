/** A backup or a restore was not done. The message is for people, and says so in one line. */
export class BackupFailed extends Error {
  override readonly name = 'BackupFailed';
}

const wordsByCode: Record<string, string> = {
  SQLITE_FULL: 'the disk is full',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  EACCES: 'no permission to write there',
  EPERM: 'no permission to write there',
  EROFS: 'the file system is read-only',
  ENOENT: 'there is no such file or folder',
  SQLITE_CANTOPEN: 'the database cannot be opened',
  SQLITE_CORRUPT: 'the database is damaged',
  SQLITE_NOTADB: 'the file is no database',
};

export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return wordsByCode[code] ?? error.message;
}
