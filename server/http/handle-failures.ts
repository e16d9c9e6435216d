import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { logLevelByKind, type DeskErrorData } from '#shared/protocol/errors.ts';
import { collectAllowedMethods } from './allowed-methods.ts';
import type { App } from './app.ts';
import { wrapFailure } from './envelopes.ts';
import { statusByKind, toFailure } from './failure.ts';

/** The path as it was asked for, without the query. */
const pathOf = ({ url }: FastifyRequest): string => url.split('?', 1)[0] ?? url;

/** Answers every failure in the words of the surface that was asked. Must be called before any route is added. */
export function handleFailures(app: App): void {
  const allowedMethods = collectAllowedMethods(app);

  app.setErrorHandler((error, request, reply) => {
    const failure = toFailure(error);
    request.log[logLevelByKind[failure.kind]]({ err: error }, failure.message);
    return sendFailure(request, reply, failure);
  });

  app.setNotFoundHandler((request, reply) => {
    const methods = allowedMethods(pathOf(request));
    if (methods.length === 0) return sendFailure(request, reply, { kind: 'not_found', message: 'Not found' });
    reply.header('allow', methods.join(', '));
    return sendFailure(request, reply, { kind: 'invalid', message: 'Method not allowed' }, 405);
  });
}

/** Answers for paths that the application itself never sees: not readable, or with a part longer than any id. */
export function answerUnrouted(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const isTooLong = error.code === 'FST_ERR_MAX_PARAM_LENGTH';
  const failure: DeskErrorData = isTooLong
    ? { kind: 'not_found', message: 'Not found' }
    : { kind: 'invalid', message: 'The path is not valid' };
  void sendFailure(request, reply, failure);
}

function sendFailure(
  request: FastifyRequest,
  reply: FastifyReply,
  failure: DeskErrorData,
  status = statusByKind[failure.kind],
): FastifyReply {
  if (failure.retryAfterMs !== undefined) reply.header('retry-after', Math.ceil(failure.retryAfterMs / 1000));
  // Past the route's response schema, which describes its successes.
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(wrapFailure(pathOf(request), failure));
}
