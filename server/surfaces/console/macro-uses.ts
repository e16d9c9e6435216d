import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { macroUseCall } from '#shared/protocol/macro-use.ts';
import { DeskError } from '#shared/protocol/errors.ts';
import { accessOf, createAccessHooks } from '../../auth/access-hooks.ts';
import type { Surface } from '../../http/app.ts';
import { validatorCompiler } from '../../http/validation.ts';

/** That a macro was used (shared/protocol/macro-use.ts): anybody says so who may see it. */
export const consoleMacroUses: Surface = async (app, { services }) => {
  app.setValidatorCompiler(validatorCompiler);
  const { signedIn: onRequest } = createAccessHooks(app, services.auth, {
    signedOut: 'You are signed out',
    adminsOnly: 'Only admins may do this',
  });
  const { path, params, body, answer } = macroUseCall;
  const schema = { params, body, response: { 200: answer } };
  app.withTypeProvider<ZodTypeProvider>().post(path, { onRequest, schema }, async (request) => {
    const { params: asked, body: use } = request;
    const outcome = await services.items.use(accessOf(request).actor, asked.item_id, use);
    if (outcome.kind === 'done') return {};
    throw outcome.refusal === 'not_found'
      ? new DeskError('not_found', 'There is no such macro')
      : new DeskError('forbidden', 'Macros are for staff');
  });
};
