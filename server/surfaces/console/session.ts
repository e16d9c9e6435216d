import cookie from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  revokedCode,
  sessionCookie,
  sessionGrantSchema,
  sessionPath,
  signInSchema,
  type SessionGrant,
} from '#shared/protocol/console-session.ts';
import { DeskError } from '#shared/protocol/errors.ts';
import type { Grant, SessionPolicy } from '../../auth/grant.ts';
import type { Surface } from '../../http/app.ts';
import { isFromOtherSite } from '../../http/same-origin.ts';

/** A console stays signed in while it is used once a month; each use renews it. */
const policy: SessionPolicy = {
  surface: 'console',
  roles: ['super_admin', 'admin', 'agent'],
  accessSeconds: 15 * 60,
  refreshSeconds: 30 * 24 * 60 * 60,
};

const grantAnswer = { response: { 200: sessionGrantSchema } };

/** Signing in at the console (shared/protocol/console-session.ts). */
export const consoleSession: Surface = async (app, { services: { auth }, loginThrottle }) => {
  await app.register(cookie);
  app.addHook('onRequest', refuseOtherSites);

  app.post(sessionPath, { schema: { body: signInSchema, ...grantAnswer } }, async (request, reply) => {
    const { username, password } = request.body;
    const grant = await loginThrottle.guard(request, username, () => auth.signIn(username, password, policy));
    if (grant === null) throw new DeskError('signed_out', 'Wrong username or password');
    return answerGrant(request, reply, grant);
  });

  app.post(`${sessionPath}/refresh`, { schema: grantAnswer }, async (request, reply) => {
    const token = request.cookies[sessionCookie];
    const grant = token === undefined ? null : await auth.refresh(token, policy);
    if (grant === null) {
      const isTakenBack = token !== undefined && (await auth.isTakenBack(token));
      forgetCookie(request, reply);
      throw new DeskError(
        'signed_out',
        'You are signed out',
        isTakenBack ? { data: { code: revokedCode } } : {},
      );
    }
    return answerGrant(request, reply, grant);
  });

  app.delete(sessionPath, { schema: { response: { 204: z.undefined() } } }, async (request, reply) => {
    const token = request.cookies[sessionCookie];
    if (token !== undefined) await auth.signOutByRefreshToken(token);
    forgetCookie(request, reply);
    return reply.code(204).send();
  });
};

/** The cookie is sent by the browser alone, whoever asks it to: a page of another site may not. */
async function refuseOtherSites(request: FastifyRequest): Promise<void> {
  if (isFromOtherSite(request)) throw new DeskError('forbidden', 'Another site may not sign in here');
}

const attributesFor = (request: FastifyRequest) => ({
  path: sessionPath,
  httpOnly: true,
  sameSite: 'strict' as const,
  secure: request.protocol === 'https',
});

function forgetCookie(request: FastifyRequest, reply: FastifyReply): void {
  reply.setCookie(sessionCookie, '', { ...attributesFor(request), maxAge: 0 });
}

function answerGrant(request: FastifyRequest, reply: FastifyReply, grant: Grant): SessionGrant {
  reply.setCookie(sessionCookie, grant.refreshToken, {
    ...attributesFor(request),
    maxAge: policy.refreshSeconds,
  });
  reply.header('cache-control', 'no-store');
  const { id, username, full_name, role, department, is_active, is_approved } = grant.user;
  const user = { id, username, full_name, role, department, is_active, is_approved };
  return { access_token: grant.accessToken, expires_in: grant.expiresInSeconds, user };
}
