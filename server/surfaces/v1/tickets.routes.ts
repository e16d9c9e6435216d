import { accessOf } from '../../auth/access-hooks.ts';
import { DeskError } from '#shared/protocol/errors.ts';
import { success } from './answer.ts';
import { dayEnd, dayStart } from './dates.ts';
import { presentLoggedActivity } from './present-activity.ts';
import {
  presentCreatedTicket,
  presentListedTicket,
  presentTicketDetail,
  presentWaitingTicket,
} from './present-ticket.ts';
import { ticketRefused } from './refusals.ts';
import { statusesShownAs, v1Rules } from './rules.ts';
import { forbiddenTexts } from './texts.ts';
import { contextOf, readOrThrow } from './ticket-access.ts';
import { readCursor, writeCursor } from './ticket-cursor.ts';
import {
  activitiesAnswer,
  createTicketAnswer,
  listTicketsAnswer,
  ticketAnswer,
  unassignedAnswer,
} from './ticket-answers.schemas.ts';
import { createTicketBody, listTicketsQuery, ticketParams, unassignedQuery } from './tickets.schemas.ts';
import type { V1Routes } from './v1-routes.ts';

/** "Ticket Management APIs", reading; and creating, which is our own (contract, C1). */
export const ticketRoutes: V1Routes = (app, context) => {
  addLists(app, context);
  addReads(app, context);
  addCreation(app, context);
};

const addLists: V1Routes = (app, { services: { ticketReads, clock }, hooks: { adminOnly: onRequest } }) => {
  app.get(
    '',
    { onRequest, schema: { querystring: listTicketsQuery, response: { 200: listTicketsAnswer } } },
    async ({ query }) => {
      const { status, from_date, to_date, limit, offset, cursor } = query;
      const filter = {
        statuses: status === undefined ? undefined : statusesShownAs(status),
        category: query.category,
        assigneeId: query.assigned_agent_id,
        isUnassigned: query.unassigned,
        createdFrom: from_date === undefined ? undefined : dayStart(from_date),
        createdBefore: to_date === undefined ? undefined : dayEnd(to_date),
      };
      const after = cursor === undefined ? undefined : readCursor(cursor);
      const { tickets, total, next } = await ticketReads.list(filter, { limit, offset, after });
      const page = { tickets: tickets.map(presentListedTicket), total, limit, offset };
      if (cursor === undefined) return success(page);
      return success({ ...page, next_cursor: next === null ? null : writeCursor(next) });
    },
  );

  app.get(
    '/unassigned',
    { onRequest, schema: { querystring: unassignedQuery, response: { 200: unassignedAnswer } } },
    async ({ query: { category, limit } }) => {
      const filter = { statuses: statusesShownAs('open'), isUnassigned: true, category };
      const { tickets, total } = await ticketReads.list(filter, { limit, offset: 0 });
      const now = clock.now();
      const waiting = tickets.map((ticket) => presentWaitingTicket(ticket, now));
      return success({ tickets: waiting, total });
    },
  );
};

const addReads: V1Routes = (app, { services: { ticketReads }, hooks: { signedIn: onRequest } }) => {
  app.get(
    '/:ticket_id',
    { onRequest, schema: { params: ticketParams, response: { 200: ticketAnswer } } },
    async (request) => {
      const ref = request.params.ticket_id;
      const reader = { actor: accessOf(request).actor, rules: v1Rules };
      const detail = readOrThrow(await ticketReads.detail(ref, reader), ref);
      return success({ ticket: presentTicketDetail(detail) });
    },
  );

  app.get(
    '/:ticket_id/activities',
    { onRequest, schema: { params: ticketParams, response: { 200: activitiesAnswer } } },
    async (request) => {
      const ref = request.params.ticket_id;
      const reader = { actor: accessOf(request).actor, rules: v1Rules };
      const { ticket, history } = readOrThrow(await ticketReads.history(ref, reader), ref);
      const activities = history.flatMap((entry) => presentLoggedActivity(entry) ?? []);
      return success({ ticket_id: ticket.code, activities, total: activities.length });
    },
  );
};

const addCreation: V1Routes = (app, { services, hooks: { signedIn: onRequest } }) => {
  const { ticketIntake, ticketReads } = services;
  app.post(
    '',
    { onRequest, schema: { body: createTicketBody, response: { 201: createTicketAnswer } } },
    async (request, reply) => {
      const { subject, description, category, priority, source, tags, requester, ...body } = request.body;
      const outcome = await ticketIntake.open(
        {
          subject,
          description,
          category: category ?? 'general',
          priority: priority ?? 'medium',
          source: source ?? 'api',
          phoneNumber: body.phone_number ?? null,
          merchantId: body.merchant_id ?? null,
          tags: tags ?? [],
          requester: {
            id: requester?.id ?? null,
            name: requester?.name ?? null,
            email: requester?.email ?? null,
          },
        },
        contextOf(accessOf(request).actor),
      );
      if (outcome.kind === 'requester_not_found') {
        throw new DeskError('invalid', `Requester with ID ${outcome.id} not found`);
      }
      if (outcome.kind === 'refused') {
        throw ticketRefused(outcome.refusal, { id: 0 }, forbiddenTexts.create);
      }
      const listed =
        outcome.kind === 'applied' ? await ticketReads.findListed(outcome.written.ticket.id) : null;
      if (listed === null) throw new Error('A new ticket is not there after it was written');
      const data = { message: 'Ticket created successfully', ticket: presentCreatedTicket(listed) };
      return reply.code(201).send(success(data));
    },
  );
};
