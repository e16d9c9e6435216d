import { DeskError, type DeskErrorData } from '../protocol/errors.ts';

/** Whether this computer's disk has no room left, in the code that SQLite has for it on every host. */
export function isDiskFull(error: unknown): boolean {
  return error instanceof Error && (error as { code?: unknown }).code === 'SQLITE_FULL';
}

/** Runs work that may write; a full disk is an expected outcome, which whoever asked has to be told of. */
export async function tellingDiskFull<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (cause) {
    if (!isDiskFull(cause)) throw cause;
    throw new DeskError('unavailable', 'The disk of this computer is full', {
      data: { code: 'disk_full' },
      cause,
    });
  }
}

/** How this computer's own files keep a console from staying in step. */
export function fileFaultOf(error: unknown): DeskErrorData {
  return {
    kind: 'unavailable',
    message: 'The copy on this computer cannot be kept up',
    data: { code: isDiskFull(error) ? 'disk_full' : 'files' },
  };
}
