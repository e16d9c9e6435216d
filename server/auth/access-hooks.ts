import type { FastifyInstance, FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import { includesScope, type TokenScope } from '#shared/model/token-scope.ts';
import { isAdmin } from '#shared/model/user.ts';
import { DeskError } from '#shared/protocol/errors.ts';
import { isApiToken, type ApiTokens } from './api-token.service.ts';
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
  /** Lets people in who signed in themselves, and no programs. */
  inPerson: onRequestAsyncHookHandler[];
}

/** Where programs are let in as well, by tokens of their own. */
export interface ProgramAccess {
  tokens: ApiTokens;
  /** What a token must be good for to ask this. */
  scopeFor: (request: FastifyRequest) => TokenScope;
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
export function createAccessHooks(
  app: FastifyInstance,
  auth: AuthService,
  texts: AccessTexts,
  programs?: ProgramAccess,
): AccessHooks {
  if (!app.hasRequestDecorator('access')) app.decorateRequest('access', null);

  const authenticate: onRequestAsyncHookHandler = async (request) => {
    try {
      const bearer = bearerTokenOf(request);
      request.access =
        programs !== undefined && isApiToken(bearer)
          ? await programs.tokens.verify(bearer)
          : await auth.verifyAccess(bearer);
    } catch (error) {
      if (error instanceof DeskError && error.kind === 'signed_out') {
        throw new DeskError('signed_out', texts.signedOut);
      }
      throw error;
    }
    const { scopes } = accessOf(request);
    const needed = programs?.scopeFor(request);
    if (scopes !== undefined && needed !== undefined && !includesScope(scopes, needed)) {
      throw new DeskError('forbidden', `Access denied. Required scope: ${needed}`);
    }
  };
  const requirePerson: onRequestAsyncHookHandler = async (request) => {
    if (accessOf(request).scopes !== undefined) {
      throw new DeskError('forbidden', 'Access denied. API tokens cannot do this.');
    }
  };
  const requireAdmin: onRequestAsyncHookHandler = async (request) => {
    if (!isAdmin(accessOf(request).actor)) throw new DeskError('forbidden', texts.adminsOnly);
  };
  return {
    signedIn: [authenticate],
    adminOnly: [authenticate, requireAdmin],
    inPerson: [authenticate, requirePerson],
  };
}
