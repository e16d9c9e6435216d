import { accessOf } from '../../auth/access-hooks.ts';
import { idOf, slashOnly, type IncidentRoutes } from './incident-routes.ts';
import { presentListedTicket } from './present-ticket.ts';
import { ticketRefused } from './refusals.ts';
import { writtenPriority } from './rules.ts';
import { forbiddenTexts, ticketNotFound, waitsForApproval } from './texts.ts';
import { answerTicket, contextOf } from './ticket-access.ts';
import { ticketAnswer, ticketsAnswer } from './ticket-answers.schemas.ts';
import { createTicketBody, idParams, listQuery } from './tickets.schemas.ts';
import { DeskError } from '#shared/protocol/errors.ts';

/** Listing, reading and creating tickets. */
export const ticketRoutes: IncidentRoutes = (app, context) => {
  addReads(app, context);
  addCreation(app, context);
};

const addReads: IncidentRoutes = (app, context) => {
  const { services, hooks } = context;
  const { approved: onRequest } = hooks;

  app.get(
    '/',
    { ...slashOnly, onRequest, schema: { querystring: listQuery, response: { 200: ticketsAnswer } } },
    async (request) => {
      const reader = contextOf(accessOf(request).actor);
      const listing = await services.ticketSheets.list(reader, request.query);
      if (listing.kind !== 'found') throw new DeskError('forbidden', waitsForApproval);
      const now = services.clock.now();
      return listing.value.map((sheet) => presentListedTicket(sheet, now));
    },
  );

  app.get(
    '/:id/',
    { onRequest, schema: { params: idParams, response: { 200: ticketAnswer } } },
    async (request) => answerTicket(context, request, idOf(request.params.id, ticketNotFound)),
  );
};

const addCreation: IncidentRoutes = (app, context) => {
  const { services, hooks } = context;
  const { approved: onRequest } = hooks;
  app.post(
    '/',
    { ...slashOnly, onRequest, schema: { body: createTicketBody, response: { 201: ticketAnswer } } },
    async (request, reply) => {
      const { actor } = accessOf(request);
      const { project_name, title, description, priority = 'MEDIUM', category = 'PROBLEM' } = request.body;
      const outcome = await services.ticketIntake.open(
        {
          subject: title,
          description,
          priority: writtenPriority[priority],
          // Follows from the word in `node`, which the writer puts into every vocabulary.
          category: 'general',
          source: 'web',
          phoneNumber: null,
          merchantId: null,
          tags: [],
          requester: { id: actor.id, name: null, email: null },
        },
        {
          ...contextOf(actor),
          node: {
            project_name: project_name ?? null,
            chosenCategory: { vocabulary: 'incident', word: category },
          },
        },
      );
      if (outcome.kind === 'refused') throw ticketRefused(outcome.refusal, forbiddenTexts.create);
      if (outcome.kind !== 'applied') throw new Error('A new ticket was not written');
      return reply.code(201).send(await answerTicket(context, request, outcome.written.ticket.id));
    },
  );
};
