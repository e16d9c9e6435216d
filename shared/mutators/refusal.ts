import { z } from 'zod';
import { statuses } from '../model/status.ts';

/** Why a change was not made. A value that travels, is stored with the mutation, and is shown to its author. */
export const refusalSchema = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('ticket_not_found') }),
  z.strictObject({ code: z.literal('forbidden') }),
  z.strictObject({ code: z.literal('ticket_exists') }),
  z.strictObject({ code: z.literal('invalid_args'), detail: z.string() }),
  z.strictObject({ code: z.literal('unknown_mutation') }),
  /** The node failed while making the change; it was undone. */
  z.strictObject({ code: z.literal('failed') }),
  z.strictObject({ code: z.literal('invalid_transition'), from: z.enum(statuses), to: z.enum(statuses) }),
  z.strictObject({
    code: z.literal('overtaken'),
    field: z.enum(['status', 'assignee_id', 'merged_into_uid']),
    base: z.json(),
    current: z.json(),
  }),
  z.strictObject({ code: z.literal('answered_meanwhile'), last_reply_uid: z.string().nullable() }),
  /** `missing`: what is in the file did not reach the node, or was cleared away since; it must be sent again. */
  z.strictObject({ code: z.literal('file_refused'), reason: z.enum(['missing', 'ticket_full']) }),
  z.strictObject({ code: z.literal('assignee_not_found'), assignee_id: z.int() }),
  z.strictObject({ code: z.literal('assignee_inactive'), assignee_id: z.int(), username: z.string() }),
]);

export type Refusal = z.infer<typeof refusalSchema>;
