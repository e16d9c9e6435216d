import { DeskError } from '#shared/protocol/errors.ts';
import { accessOf } from '../../auth/access-hooks.ts';
import type { UserRefusal } from '../../users/user-refusal.ts';
import type { UserRecord } from '../../users/user.repo.ts';
import { approveAnswer, registerAgentAnswer } from './answers.schemas.ts';
import { fieldError } from './field-errors.ts';
import { supportPasswordRules } from './rules.ts';
import { agentParams, registerAgentBody } from './schemas.ts';
import type { SupportRoutes } from './support-routes.ts';
import { accessTexts, agentNotFound } from './texts.ts';
import { agentIdOrThrow } from './ticket-ids.ts';

/** "Register Support Agent" and "Approve Support Agent". */
export const agentRoutes: SupportRoutes = (app, context) => {
  addRegistration(app, context);
  addApproval(app, context);
};

/** The e-mail address is the user name (contract, A2), so that both are taken together. */
function registrationRefused(refusal: UserRefusal): DeskError {
  switch (refusal.code) {
    case 'username_taken':
    case 'email_taken':
      return fieldError({ email: ['User with this email already exists'] });
    case 'weak_password':
      return fieldError({ password: [refusal.text] });
    default:
      return new DeskError('internal', 'Failed to register', { cause: refusal });
  }
}

/** Counted like sign-ins, so that nobody finds out in bulk who works here; it hashes a password as they do. */
const addRegistration: SupportRoutes = (app, { services, ids, loginThrottle }) => {
  app.post(
    '/api/support/register-agent/',
    { schema: { body: registerAgentBody, response: { 201: registerAgentAnswer } } },
    async (request, reply) => {
      const { email, password, name, contact_number } = request.body;
      let refusal: UserRefusal | null = null;
      const user = await loginThrottle.guard<UserRecord>(request, email, async () => {
        const outcome = await services.registration.register(
          {
            username: email,
            email,
            password,
            fullName: name,
            role: 'agent',
            contactNumber: contact_number ?? null,
          },
          supportPasswordRules,
        );
        if (outcome.kind === 'done') return outcome.value;
        refusal = outcome.refusal;
        return null;
      });
      if (user === null) throw registrationRefused(refusal ?? { code: 'email_taken', email });
      return reply.code(201).send({
        message: 'Registration successful. Waiting for admin approval.',
        user: {
          id: ids.encode('user', user.id),
          email,
          name: user.full_name,
          role: 'support_agent' as const,
        },
      });
    },
  );
};

const addApproval: SupportRoutes = (app, { services, hooks: { adminOnly: onRequest }, ids }) => {
  app.post(
    '/api/admin/approve-agent/:agent_id/',
    { onRequest, schema: { params: agentParams, response: { 200: approveAnswer } } },
    async (request) => {
      const id = agentIdOrThrow(ids, request.params.agent_id);
      const outcome = await services.registration.approve(accessOf(request).actor, id);
      if (outcome.kind === 'done') return { message: 'Agent approved successfully' };
      const isAbsent = outcome.refusal.code === 'agent_not_found';
      throw isAbsent
        ? new DeskError('not_found', agentNotFound)
        : new DeskError('forbidden', accessTexts.adminsOnly);
    },
  );
};
