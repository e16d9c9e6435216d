import type { onRequestAsyncHookHandler } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { DeskError } from '#shared/protocol/errors.ts';
import { accessOf, createAccessHooks } from '../../auth/access-hooks.ts';
import type { App, Surface } from '../../http/app.ts';
import { acceptEmptyBodies, callLargeBodiesInvalid } from '../../http/bodies.ts';
import { validatorCompiler } from '../../http/validation.ts';
import { attachmentRoutes } from './attachments.routes.ts';
import { authRoutes } from './auth.routes.ts';
import type { IncidentContext, IncidentHooks, IncidentRoutes } from './incident-routes.ts';
import { ownRoutes } from './own.routes.ts';
import { accessTexts, waitsForApproval } from './texts.ts';
import { ticketWorkRoutes } from './ticket-work.routes.ts';
import { ticketRoutes } from './tickets.routes.ts';
import { userRoutes } from './users.routes.ts';

const groups: readonly (readonly [prefix: string, addRoutes: IncidentRoutes])[] = [
  ['/api/auth', authRoutes],
  ['/api/users', userRoutes],
  ['/api', ownRoutes],
  ['/api/tickets', ticketRoutes],
  ['/api/tickets', ticketWorkRoutes],
  ['/api/tickets', attachmentRoutes],
];

/** The incident-management document, verbatim: every path ends with a slash (contract, B1). */
export const incidentManagement: Surface = async (app, { services, loginThrottle, attachments }) => {
  app.setValidatorCompiler(validatorCompiler);
  acceptEmptyBodies(app);
  callLargeBodiesInvalid(app);
  const hooks = createIncidentHooks(app, services);
  const context: IncidentContext = { services, loginThrottle, attachments, hooks };
  for (const [prefix, addRoutes] of groups) {
    await app.register(async (scope) => addRoutes(scope.withTypeProvider<ZodTypeProvider>(), context), {
      prefix,
    });
  }
};

function createIncidentHooks(app: App, { auth }: IncidentContext['services']): IncidentHooks {
  const hooks = createAccessHooks(app, auth, accessTexts);
  const requireApproval: onRequestAsyncHookHandler = async (request) => {
    if (!accessOf(request).actor.is_approved) throw new DeskError('forbidden', waitsForApproval);
  };
  return { ...hooks, approved: [...hooks.signedIn, requireApproval] };
}
