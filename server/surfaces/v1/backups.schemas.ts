import { z } from 'zod';
import { answer } from './answer.ts';

const backup = z.object({
  name: z.string(),
  made_at: z.string(),
  /** When it was last read as a whole and found to be what the desk was. */
  verified_at: z.string(),
  size_bytes: z.int(),
  tickets: z.int(),
  messages: z.int(),
  users: z.int(),
  attachments: z.int(),
});

export const listBackupsAnswer = answer({
  backups: z.array(backup),
  total: z.int(),
  is_nightly: z.boolean(),
  keep_days: z.int(),
  keep_weeks: z.int(),
});

export const makeBackupAnswer = answer({ message: z.string(), backup });
