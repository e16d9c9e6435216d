/** Whether files of this worker could not be written for want of room. */
export interface QuotaWatch {
  /** Whether the last write found no room. */
  readonly isFull: boolean;
}

/** As much of `FileSystemSyncAccessHandle`, which only workers know, as is looked at. */
interface WritableHandle {
  write: (buffer: ArrayBufferView, options?: { at?: number }) => number;
}

/**
 * SQLite's pool of files calls every failed write an I/O error, and keeps what the browser said to itself. So it is
 * heard where the file is written: a browser without room says so, or writes less than it was given.
 */
export function watchQuota(prototype: WritableHandle): QuotaWatch {
  const watch = { isFull: false };
  const { write } = prototype;
  prototype.write = function (this: WritableHandle, buffer, options) {
    try {
      const written = write.call(this, buffer, options);
      // Chromium answers its own error, -8, as an unsigned number.
      watch.isFull = written !== buffer.byteLength;
      return written;
    } catch (error) {
      watch.isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
      throw error;
    }
  };
  return watch;
}
