import { z } from 'zod';
import { uidSchema } from '../model/uid.ts';
import { nodeCall, wholeNumber } from './node-call.ts';

/** Most tickets that a macro is used on at once; what is above counts as so many. */
export const mostMacroTickets = 10_000;

/** Tells the node that somebody used a macro, so that admins see which are worth keeping. Needs the network. */
export const macroUseCall = nodeCall({
  method: 'POST',
  path: '/api/console/macros/:item_id/uses',
  params: z.strictObject({ item_id: wholeNumber({ min: 1 }) }),
  body: z.strictObject({
    tickets: z.int().min(1).max(mostMacroTickets),
    /** Which ones, so that the count can be looked behind. */
    ticket_uids: z.array(uidSchema).max(mostMacroTickets).default([]),
  }),
  answer: z.strictObject({}),
});
