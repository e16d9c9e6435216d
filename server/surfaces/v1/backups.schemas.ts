import { z } from 'zod';

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

const answer = <Data extends z.ZodType>(data: Data) => z.object({ success: z.literal(true), data });

export const listBackupsAnswer = answer(
  z.object({
    backups: z.array(backup),
    total: z.int(),
    is_nightly: z.boolean(),
    keep_days: z.int(),
    keep_weeks: z.int(),
  }),
);

export const makeBackupAnswer = answer(z.object({ message: z.string(), backup }));
