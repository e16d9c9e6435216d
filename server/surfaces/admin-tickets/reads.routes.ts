import { toUtcDateOrNull } from '../../http/utc-date.ts';
import type { AdminTicketsRoutes } from './admin-tickets-routes.ts';
import { presentMessage, presentStats, presentTicket } from './present.ts';
import { statsWindowMs, statusesShownAs, writtenPriority } from './rules.ts';
import {
  detailAnswer,
  listAnswer,
  listQuery,
  messagesAnswer,
  messagesQuery,
  statsAnswer,
  ticketParams,
} from './schemas.ts';
import { failure } from './texts.ts';

/** "List Tickets", "Get Single Ticket", "Get Ticket Messages", "Get Ticket Statistics". */
export const readRoutes: AdminTicketsRoutes = (
  app,
  { services: { operatorReads }, adminOnly: onRequest },
) => {
  app.get(
    '',
    { onRequest, schema: { querystring: listQuery, response: { 200: listAnswer } } },
    async ({ query: { page, limit, status, priority, search, assignedTo } }) => {
      const filter = {
        statuses: status === undefined ? undefined : statusesShownAs(status),
        priority: priority === undefined ? undefined : writtenPriority[priority],
        search,
        operator: assignedTo,
      };
      const { tickets, total } = await operatorReads.list(filter, { limit, offset: (page - 1) * limit });
      const pagination = { page, limit, total, totalPages: Math.ceil(total / limit) };
      return { success: true as const, data: { tickets: tickets.map(presentTicket), pagination } };
    },
  );

  app.get('/stats', { onRequest, schema: { response: { 200: statsAnswer } } }, async () => {
    const stats = presentStats(await operatorReads.figures(statsWindowMs));
    return { success: true as const, data: { stats } };
  });

  app.get(
    '/:id',
    { onRequest, schema: { params: ticketParams, response: { 200: detailAnswer } } },
    async ({ params: { id } }) => {
      const found = await operatorReads.conversation(id, null);
      if (found === null) throw failure('NOT_FOUND');
      const { ticket, messages, total: messages_count } = found;
      return {
        success: true as const,
        data: {
          ticket: presentTicket(ticket),
          messages: messages.map(presentMessage),
          messages_count,
          last_message_at: toUtcDateOrNull(messages.at(-1)?.created_at ?? null),
        },
      };
    },
  );

  app.get(
    '/:id/messages',
    {
      onRequest,
      schema: { params: ticketParams, querystring: messagesQuery, response: { 200: messagesAnswer } },
    },
    async ({ params: { id }, query: { limit } }) => {
      const found = await operatorReads.conversation(id, limit);
      if (found === null) throw failure('NOT_FOUND');
      const { messages, total } = found;
      return { success: true as const, data: { messages: messages.map(presentMessage), total } };
    },
  );
};
