import type { onRequestAsyncHookHandler } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { isStaff } from '#shared/model/user.ts';
import { DeskError } from '#shared/protocol/errors.ts';
import { accessOf, createAccessHooks } from '../../auth/access-hooks.ts';
import type { RateLimits } from '../../config/rate-limits.ts';
import type { App, Surface } from '../../http/app.ts';
import { acceptEmptyBodies } from '../../http/bodies.ts';
import { toFailure } from '../../http/failure.ts';
import { createRequestLimit } from '../../http/request-limit.ts';
import { validatorCompiler } from '../../http/validation.ts';
import type { Services } from '../../services.ts';
import { authRoutes } from './auth.routes.ts';
import { chatbotRoutes } from './chatbot.routes.ts';
import { dashboardRoutes } from './dashboard.routes.ts';
import type { ItContext, ItHooks, ItRoutes } from './it-routes.ts';
import { addLiveUpdates } from './live.ts';
import { accessTexts, texts } from './texts.ts';
import { ticketRoutes } from './tickets.routes.ts';

const minuteMs = 60_000;

const routesByPrefix: Record<string, ItRoutes> = {
  '/api/auth': authRoutes,
  '/api/dashboard': dashboardRoutes,
  '/api/tickets': ticketRoutes,
  '/api/chatbot': chatbotRoutes,
};

/** The it-support document, verbatim: no path ends with a slash (contract, B1). */
export const itSupport: Surface = async (app, { services, loginThrottle, config }) => {
  app.setValidatorCompiler(validatorCompiler);
  acceptEmptyBodies(app);
  app.setErrorHandler((error) => {
    throw inWordsOfDocument(error);
  });
  // The slash at the end would otherwise stand for an empty id.
  app.addHook('onRequest', async (request, reply) => {
    if (request.url.split('?', 1)[0]?.endsWith('/') === true) reply.callNotFound();
  });
  const { rateLimits } = config;
  const limit = rateLimits === null ? { every: [], registering: [] } : createRateLimits(app, rateLimits);
  for (const hook of limit.every) app.addHook('onRequest', hook);
  const hooks = { ...createItHooks(app, services), registering: limit.registering };
  addLiveUpdates(app, services);
  const context: ItContext = { services, loginThrottle, hooks };
  for (const [prefix, addRoutes] of Object.entries(routesByPrefix)) {
    await app.register(async (scope) => addRoutes(scope.withTypeProvider<ZodTypeProvider>(), context), {
      prefix,
    });
  }
};

/** The document knows 400 for whatever is wrong with a request, and has a text of its own for what nobody foresaw. */
function inWordsOfDocument(error: unknown): unknown {
  switch (toFailure(error).kind) {
    case 'too_large':
      return new DeskError('invalid', 'Request body is too large');
    case 'internal':
      return new DeskError('internal', texts.internal, { cause: error });
    default:
      return error;
  }
}

/** "API endpoints are rate limited": per address, and generous. */
function createRateLimits(app: App, { requests, registrations }: RateLimits) {
  const text = texts.tooManyRequests;
  return {
    every: [createRequestLimit(app, { max: requests, timeWindowMs: minuteMs, text })],
    registering: [createRequestLimit(app, { max: registrations, timeWindowMs: 60 * minuteMs, text })],
  };
}

function createItHooks(app: App, { auth }: Services): Omit<ItHooks, 'registering'> {
  const { signedIn } = createAccessHooks(app, auth, accessTexts);
  const requireApproval: onRequestAsyncHookHandler = async (request) => {
    if (!accessOf(request).actor.is_approved) throw new DeskError('forbidden', texts.forbidden);
  };
  const requireStaff: onRequestAsyncHookHandler = async (request) => {
    if (!isStaff(accessOf(request).actor)) throw new DeskError('forbidden', texts.forbidden);
  };
  const approved = [...signedIn, requireApproval];
  return { signedIn, approved, staffOnly: [...approved, requireStaff] };
}
