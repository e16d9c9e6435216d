import { z } from 'zod';
import { nodeCall } from './node-call.ts';

const path = '/api/console/me/availability';

/** Whether new tickets are given to whoever asks; null for those who are given none. */
export const availabilitySchema = z.strictObject({ is_available: z.boolean().nullable() });

/** An agent's own word on whether they take new tickets; an admin's is in the public API. */
export const ownAvailability = {
  read: nodeCall({ method: 'GET', path, answer: availabilitySchema }),
  write: nodeCall({
    method: 'PUT',
    path,
    body: z.strictObject({ is_available: z.boolean() }),
    answer: availabilitySchema,
  }),
} as const;
