import type { Actor } from '#shared/model/user.ts';
import { accessOf } from '../../auth/access-hooks.ts';
import type { ChangeContext } from '../../tickets/ticket.service.ts';
import type { AdminTicketsRoutes } from './admin-tickets-routes.ts';
import { presentMessage, presentTicket } from './present.ts';
import { adminTicketsOrigin, adminTicketsRules, moveTo, startIfOpen, writtenPriority } from './rules.ts';
import { assignBody, messageAnswer, messageBody, ticketAnswer, ticketParams, updateBody } from './schemas.ts';
import { assignmentText, failure, systemName } from './texts.ts';

const contextOf = (actor: Actor): ChangeContext => ({
  actor,
  rules: adminTicketsRules,
  origin: adminTicketsOrigin,
});

/** "Update Ticket", "Add Ticket Message", "Assign Ticket". Creations answer 200 (contract, B7). */
export const changeRoutes: AdminTicketsRoutes = (
  app,
  { services: { operatorChanges, operatorReads }, adminOnly: onRequest },
) => {
  app.patch(
    '/:id',
    { onRequest, schema: { params: ticketParams, body: updateBody, response: { 200: ticketAnswer } } },
    async (request) => {
      const { status, priority, category, assigned_to: operator } = request.body;
      const edit = {
        status: status === undefined ? undefined : moveTo(status),
        priority: priority === undefined ? undefined : writtenPriority[priority],
        category,
        operator,
      };
      const context = contextOf(accessOf(request).actor);
      const ticket = await operatorChanges.update(request.params.id, edit, context);
      if (ticket === null) throw failure('NOT_FOUND');
      return { success: true as const, data: { ticket: presentTicket(ticket) } };
    },
  );

  app.post(
    '/:id/messages',
    { onRequest, schema: { params: ticketParams, body: messageBody, response: { 200: messageAnswer } } },
    async (request) => {
      const { message: text, messageType } = request.body;
      const said =
        messageType === 'text'
          ? ({ kind: 'reply', text, move: startIfOpen } as const)
          : ({ kind: 'note', text } as const);
      const context = contextOf(accessOf(request).actor);
      const messageId = await operatorChanges.say(request.params.id, said, context);
      if (messageId === null) throw failure('NOT_FOUND');
      const message = await operatorReads.message(messageId);
      return { success: true as const, data: { message: presentMessage(message) } };
    },
  );

  app.post(
    '/:id/assign',
    { onRequest, schema: { params: ticketParams, body: assignBody, response: { 200: ticketAnswer } } },
    async (request) => {
      const operator = request.body.operatorUsername;
      const announcement = { senderName: systemName, text: assignmentText(operator) };
      const assignment = { operator, move: moveTo('in_progress'), announcement };
      const context = contextOf(accessOf(request).actor);
      const ticket = await operatorChanges.assign(request.params.id, assignment, context);
      if (ticket === null) throw failure('NOT_FOUND');
      return { success: true as const, data: { ticket: presentTicket(ticket) } };
    },
  );
};
