import type { FastifyInstance, FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import { isAdmin } from '#shared/model/user.ts';
import { DeskError } from '#shared/protocol/errors.ts';
import type { Access, AuthService } from './auth.service.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; null on routes that anybody may call. */
    access: Access | null;
  }
}

/** What a surface says to those it turns away. */
export interface AccessTexts {
  signedOut: string;
  adminsOnly: string;
}

export interface AccessHooks {
  /** Lets anybody in who is signed in. */
  signedIn: onRequestAsyncHookHandler[];
  /** Lets admins and super admins in. */
  adminOnly: onRequestAsyncHookHandler[];
}

/** The request's access; only for routes behind one of the hooks. */
export function accessOf(request: FastifyRequest): Access {
  if (request.access === null) throw new Error(`${request.method} ${request.url} has no access hook`);
  return request.access;
}

export function bearerTokenOf(request: FastifyRequest): string {
  return /^Bearer ([^\s]+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
}

/** Hooks for `onRequest`: whoever may not ask is turned away before the body is read. */
export function createAccessHooks(app: FastifyInstance, auth: AuthService, texts: AccessTexts): AccessHooks {
  if (!app.hasRequestDecorator('access')) app.decorateRequest('access', null);

  const authenticate: onRequestAsyncHookHandler = async (request) => {
    try {
      request.access = await auth.verifyAccess(bearerTokenOf(request));
    } catch (error) {
      if (error instanceof DeskError && error.kind === 'signed_out') {
        throw new DeskError('signed_out', texts.signedOut);
      }
      throw error;
    }
  };
  const requireAdmin: onRequestAsyncHookHandler = async (request) => {
    if (!isAdmin(accessOf(request).actor)) throw new DeskError('forbidden', texts.adminsOnly);
  };
  return { signedIn: [authenticate], adminOnly: [authenticate, requireAdmin] };
}
