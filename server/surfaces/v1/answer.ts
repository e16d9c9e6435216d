import { z } from 'zod';

/** The envelope of successes: the document's own, for our extensions as well. */
export const answer = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.object({ success: z.literal(true), data: z.object(shape) });

/** Puts data into the envelope. */
export const success = <Data>(data: Data) => ({ success: true as const, data });
