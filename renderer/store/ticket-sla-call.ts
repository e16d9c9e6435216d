import { z } from 'zod';
import { statuses } from '#shared/model/status.ts';
import { v1Call } from './v1-call.ts';

/** Ms UTC; the API writes UTC without a letter for the zone. */
const moment = z.iso.datetime({ local: true }).transform((text) => Date.parse(`${text}Z`));

const clock = z.object({
  state: z.enum(['running', 'paused', 'met', 'missed', 'none']),
  due_at: moment.nullable(),
  is_manual: z.boolean(),
  elapsed_minutes: z.number().nullable(),
  target_minutes: z.int().nullable(),
  /** The stretches of work that count, by the calendar's clock. */
  steps: z.array(z.object({ day: z.string(), from: z.string(), to: z.string(), minutes: z.number() })),
  pauses: z.array(z.object({ status: z.enum(statuses), from: moment, to: moment.nullable() })),
});
export type ExplainedClock = z.infer<typeof clock>;

/** `GET /api/v1/tickets/{id}/sla`: why each of a ticket's clocks is due when it is. */
export const ticketSlaCall = v1Call({
  method: 'GET',
  path: '/tickets/:id/sla',
  params: z.strictObject({ id: z.int() }),
  data: {
    policy: z.object({ name: z.string(), version: z.int() }).nullable(),
    time_zone: z.string(),
    first_response: clock,
    resolution: clock,
  },
});
