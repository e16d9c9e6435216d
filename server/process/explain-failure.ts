import { DatabaseTooNew } from '../database/migrate.ts';
import { StartRefused } from './start-refused.ts';

/** Why the node could not start, in one line that says what to do about it. */
export function explainFailure(error: unknown): string {
  if (error instanceof StartRefused) return error.message;
  if (error instanceof DatabaseTooNew) return `${error.message}: start that version, or restore a backup`;
  switch (codeOf(error)) {
    case 'SQLITE_NOTADB':
    case 'SQLITE_CORRUPT':
      return 'The database in the data folder is damaged, or is none of Waypost: restore a backup';
    case 'SQLITE_FULL':
    case 'ENOSPC':
      return 'The disk is full';
    default:
      return `Waypost could not start: ${error instanceof Error ? error.message : String(error)}`;
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
