import type { FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { DeskError } from '#shared/protocol/errors.ts';
import { createAdminSessionHook } from '../../auth/admin-session.ts';
import type { Surface } from '../../http/app.ts';
import { acceptEmptyBodies } from '../../http/bodies.ts';
import { toFailure } from '../../http/failure.ts';
import type { AdminTicketsContext } from './admin-tickets-routes.ts';
import { changeRoutes } from './changes.routes.ts';
import { readRoutes } from './reads.routes.ts';
import { textByCode, type ErrorCode } from './texts.ts';
import { validatorCompiler } from './validation.ts';

const prefix = '/api/admin/tickets';

/** The admin-tickets document, verbatim: admins by their cookie, and messages for them in Russian. */
export const adminTickets: Surface = async (app, { services }) => {
  app.setValidatorCompiler(validatorCompiler);
  acceptEmptyBodies(app);
  app.setErrorHandler((error, request) => {
    throw translate(error, request);
  });
  // The slash at the end would otherwise stand for an empty id (contract, B1).
  app.addHook('onRequest', async (request, reply) => {
    if (request.url.split('?', 1)[0]?.endsWith('/') === true) reply.callNotFound();
  });
  const adminOnly = createAdminSessionHook(app, services.auth, textByCode.UNAUTHORIZED);
  const context: AdminTicketsContext = { services, adminOnly };
  for (const addRoutes of [readRoutes, changeRoutes]) {
    await app.register(async (scope) => addRoutes(scope.withTypeProvider<ZodTypeProvider>(), context), {
      prefix,
    });
  }
};

/** The code of a fault says what was tried ("Common Error Codes"). */
function faultCodeOf({ method, url }: FastifyRequest): ErrorCode {
  if (method === 'PATCH') return 'UPDATE_ERROR';
  if (method !== 'POST') return 'FETCH_ERROR';
  return url.split('?', 1)[0]?.endsWith('/assign') === true ? 'ASSIGN_ERROR' : 'CREATE_ERROR';
}

function translate(error: unknown, request: FastifyRequest): unknown {
  const { kind, message, retryAfterMs } = toFailure(error);
  if (kind === 'too_large') return new DeskError('invalid', message);
  if (kind !== 'internal' && kind !== 'unavailable') return error;
  const code = faultCodeOf(request);
  const options = { data: { code }, cause: error, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
  return new DeskError(kind, textByCode[code], options);
}
