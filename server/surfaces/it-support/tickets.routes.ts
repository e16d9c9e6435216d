import type { Actor } from '#shared/model/user.ts';
import { DeskError } from '#shared/protocol/errors.ts';
import { accessOf } from '../../auth/access-hooks.ts';
import type { TicketOverviewService } from '../../tickets/ticket-overview.service.ts';
import type { ChangeContext } from '../../tickets/ticket.service.ts';
import type { ItRoutes } from './it-routes.ts';
import { presentSummary, presentTicket } from './present-ticket.ts';
import { ticketRefused } from './refusals.ts';
import { itOrigin, itRules, statusesShownAs, writtenStatus } from './rules.ts';
import { texts } from './texts.ts';
import {
  createTicketBody,
  deletedAnswer,
  listTicketsQuery,
  summaryAnswer,
  ticketAnswer,
  ticketParams,
  ticketsAnswer,
  updateTicketBody,
} from './tickets.schemas.ts';

const contextOf = (actor: Actor): ChangeContext => ({ actor, rules: itRules, origin: itOrigin });

/** "Tickets". */
export const ticketRoutes: ItRoutes = (app, context) => {
  addReads(app, context);
  addCreation(app, context);
  addChanges(app, context);
};

async function readOrThrow(ticketOverviews: TicketOverviewService, id: number, actor: Actor) {
  const read = await ticketOverviews.read(id, { actor, rules: itRules });
  if (read.kind === 'not_found') throw new DeskError('not_found', texts.notFound);
  if (read.kind === 'forbidden') throw new DeskError('forbidden', texts.forbidden);
  return presentTicket(read.value);
}

const addReads: ItRoutes = (app, { services: { ticketOverviews }, hooks: { approved: onRequest } }) => {
  app.get(
    '',
    { onRequest, schema: { querystring: listTicketsQuery, response: { 200: ticketsAnswer } } },
    async (request) => {
      const { skip, limit, status, priority, assigned_to: assigneeId } = request.query;
      const statuses = status === undefined ? undefined : statusesShownAs(status);
      const filter = { statuses, priority, assigneeId };
      const { actor } = accessOf(request);
      return (await ticketOverviews.list(actor, filter, { limit, offset: skip })).map(presentTicket);
    },
  );

  app.get(
    '/analytics/summary',
    { onRequest, schema: { response: { 200: summaryAnswer } } },
    async (request) => presentSummary(await ticketOverviews.tally(accessOf(request).actor)),
  );

  app.get(
    '/:ticket_id',
    { onRequest, schema: { params: ticketParams, response: { 200: ticketAnswer } } },
    async (request) => readOrThrow(ticketOverviews, request.params.ticket_id, accessOf(request).actor),
  );
};

const addCreation: ItRoutes = (app, { services, hooks: { approved: onRequest } }) => {
  const { ticketIntake, ticketOverviews, categorizer } = services;
  app.post(
    '',
    { onRequest, schema: { body: createTicketBody, response: { 200: ticketAnswer } } },
    async (request) => {
      const { actor } = accessOf(request);
      const { title, description, priority = 'medium', category } = request.body;
      const node =
        category === undefined
          ? await categorizer.categorize(title, description)
          : { chosenCategory: { vocabulary: 'it' as const, word: category } };
      const outcome = await ticketIntake.open(
        {
          subject: title,
          description,
          priority,
          // The word above decides; this one follows from it.
          category: 'general',
          source: 'api',
          phoneNumber: null,
          merchantId: null,
          tags: [],
          requester: { id: actor.id, name: null, email: null },
        },
        { ...contextOf(actor), node },
      );
      if (outcome.kind === 'refused') throw ticketRefused(outcome.refusal);
      if (outcome.kind !== 'applied') throw new Error('A new ticket is not there after it was written');
      return readOrThrow(ticketOverviews, outcome.written.ticket.id, actor);
    },
  );
};

const addChanges: ItRoutes = (app, { services, hooks: { approved: onRequest } }) => {
  const { ticketEdits, ticketOverviews } = services;
  app.put(
    '/:ticket_id',
    { onRequest, schema: { params: ticketParams, body: updateTicketBody, response: { 200: ticketAnswer } } },
    async (request) => {
      const { actor } = accessOf(request);
      const id = request.params.ticket_id;
      const { title, description, priority, status, category, assigned_to: assigneeId } = request.body;
      const outcome = await ticketEdits.edit(
        id,
        {
          subject: title,
          description,
          priority,
          category,
          assigneeId,
          status:
            status === undefined
              ? undefined
              : { to: writtenStatus[status], shownAs: statusesShownAs(status) },
        },
        contextOf(actor),
      );
      if (outcome.kind === 'refused') throw ticketRefused(outcome.refusal);
      return readOrThrow(ticketOverviews, id, actor);
    },
  );

  app.delete(
    '/:ticket_id',
    { onRequest, schema: { params: ticketParams, response: { 200: deletedAnswer } } },
    async (request) => {
      const { actor } = accessOf(request);
      const outcome = await ticketEdits.remove(request.params.ticket_id, contextOf(actor));
      if (outcome.kind === 'refused') throw ticketRefused(outcome.refusal);
      return { message: 'Ticket deleted successfully' };
    },
  );
};
