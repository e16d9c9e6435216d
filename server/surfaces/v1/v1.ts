import type { FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { TokenScope } from '#shared/model/token-scope.ts';
import { bearerTokenOf, createAccessHooks } from '../../auth/access-hooks.ts';
import type { Surface } from '../../http/app.ts';
import { acceptEmptyBodies, callLargeBodiesInvalid } from '../../http/bodies.ts';
import { agentRoutes } from './agents.routes.ts';
import { attachmentRoutes } from './attachments.routes.ts';
import { authRoutes } from './auth.routes.ts';
import { backupRoutes } from './backups.routes.ts';
import { bulkRoutes } from './bulk.routes.ts';
import { exportRoutes } from './export.routes.ts';
import { apiTokenRoutes } from './api-tokens.routes.ts';
import { changeRoutes } from './changes.routes.ts';
import { macroRoutes, viewRoutes } from './items.routes.ts';
import { searchRoutes } from './search.routes.ts';
import { slaPolicyRoutes } from './sla-policies.routes.ts';
import { ticketSlaRoutes } from './ticket-sla.routes.ts';
import { botRoutes } from './bot.routes.ts';
import { channelRoutes } from './channels.routes.ts';
import { deliveryRoutes } from './deliveries.routes.ts';
import { accessTexts } from './texts.ts';
import { ticketChangeRoutes } from './ticket-changes.routes.ts';
import { ticketMessageRoutes } from './ticket-messages.routes.ts';
import { ticketRoutes } from './tickets.routes.ts';
import { userRoutes } from './users.routes.ts';
import type { V1Context, V1Routes } from './v1-routes.ts';
import { webhookRoutes } from './webhooks.routes.ts';
import { createRequestLimit, type RequestLimit } from '../../http/request-limit.ts';
import { validatorCompiler } from '../../http/validation.ts';

const routesByPrefix: Record<string, readonly V1Routes[]> = {
  '/api/v1/auth': [authRoutes],
  '/api/v1/admin/users': [userRoutes],
  '/api/v1/admin/users/agents': [agentRoutes],
  '/api/v1/admin/backups': [backupRoutes],
  '/api/v1/admin/sla-policies': [slaPolicyRoutes],
  '/api/v1/admin/bot': [botRoutes],
  '/api/v1/admin/channels': [channelRoutes],
  '/api/v1/admin/deliveries': [deliveryRoutes],
  '/api/v1/admin/webhooks': [webhookRoutes],
  '/api/v1/api-tokens': [apiTokenRoutes],
  '/api/v1/changes': [changeRoutes],
  '/api/v1/search': [searchRoutes],
  '/api/v1/macros': [macroRoutes],
  '/api/v1/views': [viewRoutes],
  '/api/v1/tickets': [
    ticketRoutes,
    ticketChangeRoutes,
    ticketMessageRoutes,
    attachmentRoutes,
    bulkRoutes,
    exportRoutes,
    ticketSlaRoutes,
  ],
};

/** By token or session; by address for those who have none. */
const limitOf = (max: number): RequestLimit => ({
  max,
  timeWindowMs: 60_000,
  text: 'Too many requests. Please try again later.',
  callerOf: (request) => `${request.ip} ${bearerTokenOf(request)}`,
});

/** What a program's token must be good for: its own scope for what only admins do, and another to change anything. */
function scopeFor({ method, routeOptions }: FastifyRequest): TokenScope {
  // The route's own path: what was asked for may spell it in other ways.
  if (routeOptions.url?.startsWith('/api/v1/admin/') === true) return 'admin';
  return method === 'GET' || method === 'HEAD' ? 'read' : 'write';
}

/**
 * The admin-dashboard document, verbatim, and the product's own public API, which extends it. A translator: its words
 * on the outside, the services inside.
 */
export const v1: Surface = async (app, { services, attachments, backups, loginThrottle, config }) => {
  app.setValidatorCompiler(validatorCompiler);
  acceptEmptyBodies(app);
  callLargeBodiesInvalid(app);
  // The slash at the end would otherwise stand for an empty id (contract, B1).
  app.addHook('onRequest', async (request, reply) => {
    if (request.url.split('?', 1)[0]?.endsWith('/') === true) reply.callNotFound();
  });
  const limit = config.rateLimits?.api ?? null;
  if (limit !== null) app.addHook('onRequest', createRequestLimit(app, limitOf(limit)));
  const context: V1Context = {
    services,
    attachments,
    backups,
    loginThrottle,
    hooks: createAccessHooks(app, services.auth, accessTexts, { tokens: services.apiTokens, scopeFor }),
  };
  for (const [prefix, groups] of Object.entries(routesByPrefix)) {
    for (const addRoutes of groups) {
      await app.register(async (scope) => addRoutes(scope.withTypeProvider<ZodTypeProvider>(), context), {
        prefix,
      });
    }
  }
};
