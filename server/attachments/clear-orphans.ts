import { readdirSync } from 'node:fs';
import type { AttachmentService } from './attachment.service.ts';

/**
 * Clears away what a crash left of files, while nobody can send any. A database that a restore put aside may name more
 * files than the present one, so that all of them stay while such a folder is there.
 */
export async function clearOrphans(attachments: AttachmentService, dataDir: string): Promise<void> {
  const isReplacedKept = readdirSync(dataDir).some((name) => name.startsWith('replaced-'));
  if (!isReplacedKept) await attachments.removeOrphans();
}
