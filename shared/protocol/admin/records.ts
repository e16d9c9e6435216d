import { z } from 'zod';
import { pageOf, pageQuery, wholeNumber } from '../node-call.ts';
import { adminCall } from './admin-call.ts';

const auditEntrySchema = z.strictObject({
  id: z.int(),
  at: z.int(),
  admin_id: z.int().nullable(),
  admin_name: z.string().nullable(),
  action: z.string(),
  target_type: z.string(),
  target_id: z.string(),
  /** A user's name or a ticket's subject, as it is now. */
  target_name: z.string().nullable(),
  metadata: z.record(z.string(), z.json()),
});

export type AuditEntry = z.infer<typeof auditEntrySchema>;

/** Which entries; what is left out asks for nothing. */
export const auditFilter = z.strictObject({
  action: z.string().max(100).optional(),
  admin_id: wholeNumber({ min: 1 }).optional(),
  target_type: z.string().max(100).optional(),
  target_id: z.string().max(100).optional(),
});

export const recordCalls = {
  /** What admins did, newest first. */
  audit: adminCall({
    method: 'GET',
    path: '/audit',
    query: auditFilter.extend(pageQuery),
    answer: z.strictObject({
      ...pageOf(auditEntrySchema).shape,
      /** What there are entries of: what was done, and to what. */
      actions: z.array(z.string()),
      target_types: z.array(z.string()),
    }),
  }),
};
