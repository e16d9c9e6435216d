import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { createAccessHooks } from '../../../auth/access-hooks.ts';
import type { Surface } from '../../../http/app.ts';
import { acceptEmptyBodies, callLargeBodiesInvalid } from '../../../http/bodies.ts';
import { keepNothing } from '../../../http/keep-nothing.ts';
import { validatorCompiler } from '../../../http/validation.ts';
import type { AdminContext, AdminRoutes } from './admin-routes.ts';
import { backupRoutes } from './backups.routes.ts';
import { categoryRoutes } from './categories.routes.ts';
import { conversationRoutes } from './conversations.routes.ts';
import { exportRoutes } from './exports.routes.ts';
import { figureRoutes } from './figures.routes.ts';
import { healthRoutes } from './health.routes.ts';
import { importRoutes } from './imports.routes.ts';
import { knowledgeRoutes } from './knowledge.routes.ts';
import { macroRoutes } from './macros.routes.ts';
import { peopleRoutes } from './people.routes.ts';
import { queueRoutes } from './queue.routes.ts';
import { recordRoutes } from './records.routes.ts';

const groups: readonly AdminRoutes[] = [
  peopleRoutes,
  queueRoutes,
  recordRoutes,
  healthRoutes,
  backupRoutes,
  figureRoutes,
  knowledgeRoutes,
  conversationRoutes,
  importRoutes,
  categoryRoutes,
  macroRoutes,
  exportRoutes,
];

/**
 * What the console's admin views ask (shared/protocol/admin): the console is always of the node's version, so that the
 * contract is one file for both. A translator over the services; every call is the admins' alone.
 */
export const consoleAdmin: Surface = async (app, { services, backups }) => {
  app.setValidatorCompiler(validatorCompiler);
  acceptEmptyBodies(app);
  callLargeBodiesInvalid(app);
  // Figures of this moment, and personal data.
  keepNothing(app);
  const hooks = createAccessHooks(app, services.auth, {
    signedOut: 'You are signed out',
    adminsOnly: 'Only admins may do this',
  });
  const context: AdminContext = { services, backups, hooks };
  for (const addRoutes of groups) {
    await app.register(async (scope) => addRoutes(scope.withTypeProvider<ZodTypeProvider>(), context));
  }
};
