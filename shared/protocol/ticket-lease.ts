import { z } from 'zod';
import { uidSchema } from '../model/uid.ts';
import { nodeCall } from './node-call.ts';

/** Most tickets among which one is chosen. */
export const mostLeaseChoices = 50;

/**
 * Sets one of these tickets aside for whoever asks, for some minutes: the first that nobody has taken and that is set
 * aside for nobody else. So two agents who go on to the next ticket at the same moment come to different ones. Asking
 * again gives the earlier one up. Null when there is none among them. Needs the network.
 */
export const ticketLeaseCall = nodeCall({
  method: 'POST',
  path: '/api/console/leases',
  body: z.strictObject({ ticket_uids: z.array(uidSchema).min(1).max(mostLeaseChoices) }),
  answer: z.strictObject({ ticket_uid: uidSchema.nullable() }),
});
