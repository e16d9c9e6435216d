import type { FastifyRequest } from 'fastify';
import type { Actor } from '#shared/model/user.ts';
import { DeskError } from '#shared/protocol/errors.ts';
import { accessOf, bearerTokenOf } from '../../auth/access-hooks.ts';
import { setAdminSession } from '../../auth/admin-session.ts';
import { keepNothing } from '../../http/keep-nothing.ts';
import { toUtcDate } from '../../http/utc-date.ts';
import type { Services } from '../../services.ts';
import type { UserOutcome } from '../../users/user-refusal.ts';
import type { UserRecord } from '../../users/user.repo.ts';
import type { z } from 'zod';
import { loginAnswer, loginBody, registerBody, userAnswer } from './auth.schemas.ts';
import type { ItRoutes } from './it-routes.ts';
import { userRefused } from './refusals.ts';
import { itPasswordRules, itSession, shownRole } from './rules.ts';
import { texts } from './texts.ts';

const presentUser = ({ id, username, email, full_name, role, is_active, created_at }: UserRecord) => ({
  id,
  username,
  email: email ?? '',
  full_name,
  role: shownRole[role],
  is_active: is_active === 1,
  created_at: toUtcDate(created_at),
});

/** "Authentication". */
export const authRoutes: ItRoutes = (app, { services, loginThrottle, hooks }) => {
  const { auth, users } = services;
  // Tokens and passwords are nobody else's to keep.
  keepNothing(app);

  app.post(
    '/register',
    { onRequest: hooks.registering, schema: { body: registerBody, response: { 200: userAnswer } } },
    async (request) => {
      const actor = await findActor(request, services);
      const outcome = await register(services, actor, request.body);
      if (outcome.kind === 'refused') throw userRefused(outcome.refusal);
      return presentUser(outcome.value);
    },
  );

  app.post(
    '/login',
    { schema: { body: loginBody, response: { 200: loginAnswer } } },
    async (request, reply) => {
      const { username, password } = request.body;
      const grant = await loginThrottle.guard(request, username, () =>
        auth.signIn(username, password, itSession),
      );
      if (grant === null) throw new DeskError('signed_out', texts.signedOut);
      setAdminSession(request, reply, grant);
      return { access_token: grant.accessToken, token_type: 'bearer' as const };
    },
  );

  app.get(
    '/me',
    { onRequest: hooks.signedIn, schema: { response: { 200: userAnswer } } },
    async (request) => {
      const user = await users.find(accessOf(request).actor.id);
      if (user === null) throw new DeskError('signed_out', texts.signedOut);
      return presentUser(user);
    },
  );
};

/** Who registers somebody; nobody's token counts like none, because anybody may register. */
async function findActor(request: FastifyRequest, { auth }: Services): Promise<Actor | null> {
  if (request.headers.authorization === undefined) return null;
  try {
    return (await auth.verifyAccess(bearerTokenOf(request))).actor;
  } catch (error) {
    if (error instanceof DeskError && error.kind === 'signed_out') return null;
    throw error;
  }
}

/** Contract, A10: nobody makes an admin of themselves, and agents who come by themselves wait for approval. */
async function register(
  { users, registration }: Services,
  actor: Actor | null,
  { username, email, password, full_name: fullName, role }: z.infer<typeof registerBody>,
): Promise<UserOutcome<UserRecord>> {
  const isByAdmin = actor !== null && shownRole[actor.role] === 'admin';
  const person = { username, email, password, fullName };
  if (role !== 'customer' && isByAdmin) {
    const staffRole = role === 'admin' ? 'admin' : 'agent';
    return users.createStaff(actor, { ...person, role: staffRole, department: 'general' }, itPasswordRules);
  }
  const ownRole = role === 'support_agent' ? 'agent' : role;
  return registration.register({ ...person, role: ownRole, contactNumber: null }, itPasswordRules);
}
