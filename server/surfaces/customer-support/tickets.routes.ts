import { DeskError } from '#shared/protocol/errors.ts';
import { accessOf } from '../../auth/access-hooks.ts';
import { toUtcDate } from '../../http/utc-date.ts';
import type { TicketSheet } from '../../tickets/ticket-sheet.repo.ts';
import type { Read } from '../../tickets/ticket-read.service.ts';
import {
  agentTicketsAnswer,
  allTicketsAnswer,
  createTicketAnswer,
  ownTicketsAnswer,
  ticketAnswer,
} from './answers.schemas.ts';
import {
  presentAgentTicket,
  presentListedTicket,
  presentNotes,
  presentOwnTicket,
  presentTicket,
} from './present-ticket.ts';
import { writtenOrThrow } from './refusals.ts';
import { shownStatus, statusesShownAs, supportOrigin, supportRules, type SupportStatus } from './rules.ts';
import { createTicketBody, pageQuery, ticketParams, ticketsQuery } from './schemas.ts';
import type { SupportRoutes } from './support-routes.ts';
import { mayNotCreate, mayNotView, notApproved, ticketNotFound } from './texts.ts';
import { idOrThrow } from './ticket-ids.ts';

/** "Support Ticket Endpoints", creating and reading, and the lists of agents and admins. */
export const ticketRoutes: SupportRoutes = (app, context) => {
  addCreation(app, context);
  addOwnList(app, context);
  addDetail(app, context);
  addAgentList(app, context);
  addAdminList(app, context);
};

const addCreation: SupportRoutes = (app, { services, hooks: { creators: onRequest }, ids }) => {
  app.post(
    '/api/support/tickets/create/',
    { onRequest, schema: { body: createTicketBody, response: { 201: createTicketAnswer } } },
    async (request, reply) => {
      const { actor } = accessOf(request);
      const { subject, description, category, delivery_id } = request.body;
      const outcome = await services.ticketIntake.open(
        {
          subject,
          description,
          priority: 'medium',
          category: 'general',
          source: 'api',
          phoneNumber: null,
          merchantId: null,
          tags: [],
          requester: { id: actor.id, name: null, email: null },
        },
        {
          actor,
          rules: supportRules,
          origin: supportOrigin,
          node: {
            chosenCategory: { vocabulary: 'support', word: category },
            delivery_id: delivery_id ?? null,
          },
        },
      );
      if (outcome.kind === 'requester_not_found') throw new Error('A signed-in customer is not there');
      const { ticket } = writtenOrThrow(outcome, actor, mayNotCreate);
      return reply.code(201).send({
        message: 'Support ticket created successfully',
        ticket: {
          id: ids.encode('ticket', ticket.id),
          subject: ticket.subject,
          status: shownStatus[ticket.status],
          created_at: toUtcDate(ticket.created_at),
        },
      });
    },
  );
};

const statusesOf = (word: SupportStatus | undefined) =>
  word === undefined ? undefined : statusesShownAs(word);

/** The hooks have let in only whom the list is for; policy has the last word. */
function sheetsOrThrow(read: Read<TicketSheet[]>): TicketSheet[] {
  if (read.kind !== 'found') throw new DeskError('forbidden', notApproved);
  return read.value;
}

const addOwnList: SupportRoutes = (app, { services, hooks: { customers: onRequest }, ids }) => {
  app.get(
    '/api/support/tickets/',
    { onRequest, schema: { querystring: pageQuery, response: { 200: ownTicketsAnswer } } },
    async (request) => {
      const reader = { actor: accessOf(request).actor, rules: supportRules };
      const sheets = sheetsOrThrow(await services.ticketSheets.list(reader, request.query));
      return { tickets: sheets.map((sheet) => presentOwnTicket(sheet, ids)) };
    },
  );
};

const addDetail: SupportRoutes = (app, { services, hooks: { signedIn: onRequest }, ids }) => {
  app.get(
    '/api/support/tickets/:ticket_id/',
    { onRequest, schema: { params: ticketParams, response: { 200: ticketAnswer } } },
    async (request) => {
      const { actor } = accessOf(request);
      const id = idOrThrow(ids, request.params.ticket_id);
      const read = await services.ticketSheets.read(id, { actor, rules: supportRules });
      if (read.kind === 'not_found') throw new DeskError('not_found', ticketNotFound);
      if (read.kind === 'forbidden') throw new DeskError('forbidden', mayNotView(actor));
      const { sheet, messages } = read.value;
      return { ticket: presentTicket(sheet, ids), internal_notes: presentNotes(messages, ids) };
    },
  );
};

/** Open tickets that nobody has are among the open ones, so that agents find what to take (contract, C15). */
const addAgentList: SupportRoutes = (app, { services, hooks: { approvedAgents: onRequest }, ids }) => {
  app.get(
    '/api/agent/tickets/',
    { onRequest, schema: { querystring: ticketsQuery, response: { 200: agentTicketsAnswer } } },
    async (request) => {
      const reader = { actor: accessOf(request).actor, rules: supportRules };
      const { status, ...page } = request.query;
      const read = await services.ticketSheets.list(reader, {
        ...page,
        statuses: statusesOf(status),
        withUnassigned: status === 'Open',
      });
      return { tickets: sheetsOrThrow(read).map((sheet) => presentAgentTicket(sheet, ids)) };
    },
  );
};

const addAdminList: SupportRoutes = (app, { services, hooks: { adminOnly: onRequest }, ids }) => {
  app.get(
    '/api/admin/support/tickets/',
    { onRequest, schema: { querystring: ticketsQuery, response: { 200: allTicketsAnswer } } },
    async (request) => {
      const reader = { actor: accessOf(request).actor, rules: supportRules };
      const { status, ...page } = request.query;
      const read = await services.ticketSheets.list(reader, { ...page, statuses: statusesOf(status) });
      return { tickets: sheetsOrThrow(read).map((sheet) => presentListedTicket(sheet, ids)) };
    },
  );
};
