import { fastifyCookie } from '@fastify/cookie';
import type { FastifyInstance, FastifyReply, FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import { isAdmin } from '#shared/model/user.ts';
import { DeskError } from '#shared/protocol/errors.ts';
import { isFromOtherSite } from '../http/same-origin.ts';
import { bearerTokenOf } from './access-hooks.ts';
import type { AuthService } from './auth.service.ts';
import type { Grant } from './grant.ts';

/** The cookie by which the admin-tickets document knows its admins ("Authentication"; contract, A3). */
export const adminSessionCookie = 'admin_session';

function sendCookie(request: FastifyRequest, reply: FastifyReply, value: string, maxAge: number): void {
  const attributes = {
    path: '/',
    httpOnly: true,
    sameSite: 'lax' as const,
    secure: request.protocol === 'https',
    maxAge,
  };
  reply.header('set-cookie', fastifyCookie.serialize(adminSessionCookie, value, attributes));
}

/** To be called by every surface's login: admins get their cookie, for others nothing happens. */
export function setAdminSession(
  request: FastifyRequest,
  reply: FastifyReply,
  { adminSession }: Pick<Grant, 'adminSession'>,
): void {
  if (adminSession !== null) sendCookie(request, reply, adminSession.token, adminSession.maxAgeSeconds);
}

/** To be called by a surface's logout: the browser forgets a cookie that is of no use any more. */
export function forgetAdminSession(request: FastifyRequest, reply: FastifyReply): void {
  if (readCookie(request) !== undefined) sendCookie(request, reply, '', 0);
}

function readCookie({ headers }: FastifyRequest): string | undefined {
  return headers.cookie === undefined ? undefined : fastifyCookie.parse(headers.cookie)[adminSessionCookie];
}

const readingMethods = ['GET', 'HEAD'];

/**
 * A hook for `onRequest` that lets admins in, by their cookie or by a Bearer token, which wins. The cookie counts for
 * nothing when a page of another site wants to write with it.
 */
export function createAdminSessionHook(
  app: FastifyInstance,
  auth: AuthService,
  signedOut: string,
): onRequestAsyncHookHandler {
  if (!app.hasRequestDecorator('access')) app.decorateRequest('access', null);
  const verify = (request: FastifyRequest) => {
    if (request.headers.authorization !== undefined) return auth.verifyAccess(bearerTokenOf(request));
    const isRefused = !readingMethods.includes(request.method) && isFromOtherSite(request);
    return auth.verifyAdminSession(isRefused ? '' : (readCookie(request) ?? ''));
  };
  return async (request) => {
    const access = await verify(request).catch((error: unknown) => {
      if (error instanceof DeskError && error.kind === 'signed_out') return null;
      throw error;
    });
    // Everybody else is told the same: the document knows no 403 (contract, A4).
    if (access === null || !isAdmin(access.actor)) throw new DeskError('signed_out', signedOut);
    request.access = access;
  };
}
