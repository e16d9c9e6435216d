import { z } from 'zod';
import { adminCall } from './admin-call.ts';

const backupSchema = z.strictObject({
  name: z.string(),
  made_at: z.int(),
  /** When it was last read as a whole and found to be what the desk was. */
  verified_at: z.int(),
  size_bytes: z.int(),
  tickets: z.int(),
  messages: z.int(),
  users: z.int(),
  attachments: z.int(),
});
export type Backup = z.infer<typeof backupSchema>;

export const backupCalls = {
  /** Newest first. */
  list: adminCall({
    method: 'GET',
    path: '/backups',
    answer: z.strictObject({
      backups: z.array(backupSchema),
      is_nightly: z.boolean(),
      keep_days: z.int(),
      keep_weeks: z.int(),
    }),
  }),
  /** Makes one now and verifies it; refused as a conflict while another one is being made. */
  make: adminCall({ method: 'POST', path: '/backups', answer: z.strictObject({ backup: backupSchema }) }),
};
