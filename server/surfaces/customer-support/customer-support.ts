import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { createAccessHooks } from '../../auth/access-hooks.ts';
import type { Surface } from '../../http/app.ts';
import { acceptEmptyBodies, callLargeBodiesInvalid } from '../../http/bodies.ts';
import { loadHexIds } from '../../installation/hex-ids.ts';
import { agentRoutes } from './agents.routes.ts';
import { faqRoutes } from './faq.routes.ts';
import { feedbackRoutes } from './feedback.routes.ts';
import { validatorCompiler } from './field-errors.ts';
import { createRoleHooks } from './role-hooks.ts';
import type { SupportContext } from './support-routes.ts';
import { accessTexts } from './texts.ts';
import { ticketChangeRoutes } from './ticket-changes.routes.ts';
import { ticketRoutes } from './tickets.routes.ts';

/**
 * The customer-support document, verbatim. Its paths end with a slash. It has no sign-in of its own: the access tokens
 * of every other surface are good here (contract, A1).
 */
export const customerSupport: Surface = async (app, { services, loginThrottle }) => {
  app.setValidatorCompiler(validatorCompiler);
  acceptEmptyBodies(app);
  callLargeBodiesInvalid(app);
  const access = createAccessHooks(app, services.auth, accessTexts);
  const context: SupportContext = {
    services,
    loginThrottle,
    ids: await loadHexIds(services.database, services.random),
    hooks: { ...access, ...createRoleHooks(access.signedIn) },
  };
  const typed = app.withTypeProvider<ZodTypeProvider>();
  for (const addRoutes of [ticketRoutes, ticketChangeRoutes, feedbackRoutes, agentRoutes, faqRoutes]) {
    addRoutes(typed, context);
  }
};
