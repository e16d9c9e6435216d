import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { SeededDesk } from './seed-desk.ts';

/** The same desk in another folder, so that what one suite writes does not weigh on the next. */
export function copyDesk(desk: SeededDesk, dataDir: string): SeededDesk {
  cpSync(desk.dataDir, dataDir, { recursive: true });
  return { ...desk, dataDir, file: join(dataDir, 'waypost.sqlite') };
}
