import { accessOf } from '../../auth/access-hooks.ts';
import { success } from './answer.ts';
import { presentTicketSla } from './present-sla.ts';
import { ticketSlaAnswer, ticketSlaBody } from './sla.schemas.ts';
import { accessTexts } from './texts.ts';
import { contextOf, findOrThrow, readOrThrow, writtenOrThrow } from './ticket-access.ts';
import { ticketParams } from './tickets.schemas.ts';
import type { V1Routes } from './v1-routes.ts';

/** A ticket's clocks, with why each is due when it is; and due times by hand: our own. */
export const ticketSlaRoutes: V1Routes = (app, { services, hooks }) => {
  const { ticketReads, ticketSla, ticketWork } = services;

  app.get(
    '/:ticket_id/sla',
    { onRequest: hooks.signedIn, schema: { params: ticketParams, response: { 200: ticketSlaAnswer } } },
    async (request) => {
      const ref = request.params.ticket_id;
      const { id } = await findOrThrow(ticketReads, ref);
      const sla = readOrThrow(await ticketSla.read(id, contextOf(accessOf(request).actor)), ref);
      return success(presentTicketSla(sla));
    },
  );

  app.patch(
    '/:ticket_id/sla',
    {
      onRequest: hooks.adminOnly,
      schema: { params: ticketParams, body: ticketSlaBody, response: { 200: ticketSlaAnswer } },
    },
    async (request) => {
      const ref = request.params.ticket_id;
      const context = contextOf(accessOf(request).actor);
      const { id } = await findOrThrow(ticketReads, ref);
      const { response_due_at: responseDueAt, resolution_due_at: resolutionDueAt } = request.body;
      const outcome = await ticketWork.setDueTimes(id, { responseDueAt, resolutionDueAt }, context);
      writtenOrThrow(outcome, ref, accessTexts.adminsOnly);
      return success(presentTicketSla(readOrThrow(await ticketSla.read(id, context), ref)));
    },
  );
};
