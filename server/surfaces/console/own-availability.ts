import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { availabilitySchema, ownAvailability } from '#shared/protocol/own-availability.ts';
import { DeskError } from '#shared/protocol/errors.ts';
import { accessOf, createAccessHooks } from '../../auth/access-hooks.ts';
import type { Surface } from '../../http/app.ts';
import { validatorCompiler } from '../../http/validation.ts';

/** What agents say of themselves (shared/protocol/own-availability.ts). */
export const consoleAvailability: Surface = async (app, { services }) => {
  app.setValidatorCompiler(validatorCompiler);
  const { signedIn } = createAccessHooks(app, services.auth, {
    signedOut: 'You are signed out',
    adminsOnly: 'Only admins may do this',
  });
  const scope = app.withTypeProvider<ZodTypeProvider>();
  const response = { 200: availabilitySchema };

  scope.get(ownAvailability.read.path, { onRequest: signedIn, schema: { response } }, async (request) => ({
    is_available: await services.users.readOwnAvailability(accessOf(request).actor),
  }));

  scope.put(
    ownAvailability.write.path,
    { onRequest: signedIn, schema: { body: ownAvailability.write.body, response } },
    async (request) => {
      const { actor } = accessOf(request);
      const outcome = await services.users.setOwnAvailability(actor, request.body.is_available);
      if (outcome.kind === 'refused') throw new DeskError('forbidden', 'Only agents are given tickets');
      return { is_available: outcome.value.is_available === 1 };
    },
  );
};
