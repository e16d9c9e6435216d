import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { ticketLeaseCall } from '#shared/protocol/ticket-lease.ts';
import { accessOf, createAccessHooks } from '../../auth/access-hooks.ts';
import type { Surface } from '../../http/app.ts';
import { validatorCompiler } from '../../http/validation.ts';

/** The next ticket, set aside for whoever asks (shared/protocol/ticket-lease.ts). */
export const consoleTicketLeases: Surface = async (app, { services }) => {
  app.setValidatorCompiler(validatorCompiler);
  const { signedIn: onRequest } = createAccessHooks(app, services.auth, {
    signedOut: 'You are signed out',
    adminsOnly: 'Only admins may do this',
  });
  const { path, body, answer } = ticketLeaseCall;
  const schema = { body, response: { 200: answer } };
  app.withTypeProvider<ZodTypeProvider>().post(path, { onRequest, schema }, async (request) => ({
    ticket_uid: await services.ticketLeases.take(accessOf(request).actor, request.body.ticket_uids),
  }));
};
