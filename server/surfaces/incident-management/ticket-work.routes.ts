import { accessOf } from '../../auth/access-hooks.ts';
import type { WorkStep } from '../../tickets/work-step.ts';
import { idOf, type IncidentRoutes } from './incident-routes.ts';
import { outOfReach } from './refusals.ts';
import { accessTexts, forbiddenTexts, ticketNotFound } from './texts.ts';
import { answerTicket, contextOf, madeOrThrow } from './ticket-access.ts';
import { ticketAnswer } from './ticket-answers.schemas.ts';
import { assignBody, commentBody, idParams, slaBody, stepBody } from './tickets.schemas.ts';
import { messageAnswer } from './users.schemas.ts';

/** What is done to a ticket: each answers the whole ticket, a comment a message. */
export const ticketWorkRoutes: IncidentRoutes = (app, context) => {
  addAssign(app, context);
  addSla(app, context);
  addSilentSteps(app, context);
  addSpokenSteps(app, context);
  addComments(app, context);
};

const addAssign: IncidentRoutes = (app, context) => {
  const { adminOnly: onRequest } = context.hooks;
  app.post(
    '/:id/assign/',
    { onRequest, schema: { params: idParams, body: assignBody, response: { 200: ticketAnswer } } },
    async (request) => {
      const id = idOf(request.params.id, ticketNotFound);
      const { assigned_to, resolution_due_at, estimated_resolution_time } = request.body;
      const times = {
        resolutionDueAt: resolution_due_at,
        estimatedResolutionTime: estimated_resolution_time,
      };
      const { actor } = accessOf(request);
      const outcome = await context.services.ticketWork.assign(id, assigned_to, times, contextOf(actor));
      madeOrThrow(outcome, accessTexts.adminsOnly);
      return answerTicket(context, request, id);
    },
  );
};

const addSla: IncidentRoutes = (app, context) => {
  const { adminOnly: onRequest } = context.hooks;
  app.post(
    '/:id/set_sla/',
    { onRequest, schema: { params: idParams, body: slaBody, response: { 200: ticketAnswer } } },
    async (request) => {
      const id = idOf(request.params.id, ticketNotFound);
      const { response_due_at: responseDueAt, resolution_due_at: resolutionDueAt } = request.body;
      const times = { responseDueAt, resolutionDueAt };
      const { actor } = accessOf(request);
      const outcome = await context.services.ticketWork.setDueTimes(id, times, contextOf(actor));
      madeOrThrow(outcome, accessTexts.adminsOnly);
      return answerTicket(context, request, id);
    },
  );
};

/** "Request Body: (Empty)": whatever is sent is not looked at. */
const addSilentSteps: IncidentRoutes = (app, context) => {
  const { adminOnly, approved } = context.hooks;
  const steps = [
    { path: 'open_ticket', step: 'open', onRequest: adminOnly, forbidden: () => accessTexts.adminsOnly },
    { path: 'start_work', step: 'start', onRequest: approved, forbidden: outOfReach },
  ] as const;
  for (const { path, step, onRequest, forbidden } of steps) {
    app.post(
      `/:id/${path}/`,
      { onRequest, schema: { params: idParams, response: { 200: ticketAnswer } } },
      async (request) => {
        const id = idOf(request.params.id, ticketNotFound);
        const { actor } = accessOf(request);
        const outcome = await context.services.ticketWork.step(id, step, null, contextOf(actor));
        madeOrThrow(outcome, forbidden(actor));
        return answerTicket(context, request, id);
      },
    );
  }
};

const addSpokenSteps: IncidentRoutes = (app, context) => {
  const { approved: onRequest } = context.hooks;
  const steps: readonly { path: string; step: WorkStep; forbidden: typeof outOfReach }[] = [
    { path: 'finish_work', step: 'finish', forbidden: outOfReach },
    { path: 'approve', step: 'approve', forbidden: () => forbiddenTexts.approve },
    { path: 'reject', step: 'reject', forbidden: () => forbiddenTexts.reject },
  ];
  for (const { path, step, forbidden } of steps) {
    app.post(
      `/:id/${path}/`,
      { onRequest, schema: { params: idParams, body: stepBody, response: { 200: ticketAnswer } } },
      async (request) => {
        const id = idOf(request.params.id, ticketNotFound);
        const said = request.body?.comment ?? '';
        const { actor } = accessOf(request);
        const comment = said === '' ? null : said;
        const outcome = await context.services.ticketWork.step(id, step, comment, contextOf(actor));
        madeOrThrow(outcome, forbidden(actor));
        return answerTicket(context, request, id);
      },
    );
  }
};

const addComments: IncidentRoutes = (app, { services: { ticketWork }, hooks: { approved: onRequest } }) => {
  app.post(
    '/:id/add_comment/',
    { onRequest, schema: { params: idParams, body: commentBody, response: { 200: messageAnswer } } },
    async (request) => {
      const id = idOf(request.params.id, ticketNotFound);
      const { actor } = accessOf(request);
      const outcome = await ticketWork.comment(id, request.body.comment, contextOf(actor));
      madeOrThrow(outcome, outOfReach(actor));
      return { message: 'Comment added successfully' };
    },
  );
};
