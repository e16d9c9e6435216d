import { z } from 'zod';
import { adminCall } from './admin-call.ts';

/** How far back uses are counted. */
export const usedWithinDays = 90;

const usageSchema = z.strictObject({
  item_id: z.int(),
  /** How often somebody used it, whether on one ticket or on many. */
  uses: z.int(),
  tickets: z.int(),
  /** Ms UTC. */
  used_at: z.int(),
});
export type MacroUsage = z.infer<typeof usageSchema>;

/** Macros with a use in the last 90 days. */
export const macroUsageCall = adminCall({
  method: 'GET',
  path: '/macros/usage',
  answer: z.strictObject({ usage: z.array(usageSchema) }),
});
