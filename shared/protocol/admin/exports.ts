import { z } from 'zod';
import { deliveryChannels } from '../../model/delivery-channel.ts';
import { receiptStates } from '../../model/receipt.ts';
import { wholeNumber } from '../node-call.ts';
import { adminCall } from './admin-call.ts';
import { conversationFilter } from './conversations.ts';
import { logFilter } from './health.ts';
import { auditFilter } from './records.ts';

const answer = z.string();

/** What admins save as CSV: all rows that the filters of a view leave, the newest first. */
export const exportCalls = {
  audit: adminCall({ method: 'GET', path: '/audit.csv', query: auditFilter, answer }),
  conversations: adminCall({ method: 'GET', path: '/conversations.csv', query: conversationFilter, answer }),
  /** What the bot was asked, a line a day. */
  bot: adminCall({
    method: 'GET',
    path: '/bot.csv',
    query: z.strictObject({ days: wholeNumber({ min: 1, max: 365 }) }),
    answer,
  }),
  /** Every answer with its usage. */
  faqs: adminCall({ method: 'GET', path: '/faqs.csv', answer }),
  deliveries: adminCall({
    method: 'GET',
    path: '/deliveries.csv',
    query: z.strictObject({
      state: z.enum(receiptStates).optional(),
      channel: z.enum(deliveryChannels).optional(),
    }),
    answer,
  }),
  log: adminCall({ method: 'GET', path: '/log.csv', query: logFilter, answer }),
};
