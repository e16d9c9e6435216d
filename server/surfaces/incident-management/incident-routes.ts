import type { onRequestAsyncHookHandler } from 'fastify';
import { DeskError } from '#shared/protocol/errors.ts';
import type { AttachmentService } from '../../attachments/attachment.service.ts';
import type { AccessHooks } from '../../auth/access-hooks.ts';
import type { LoginThrottle } from '../../auth/login-throttle.ts';
import type { App } from '../../http/app.ts';
import type { Services } from '../../services.ts';

/** Beside the usual doors one for tickets: who waits for approval gets no further (mapping, section 2). */
export interface IncidentHooks extends AccessHooks {
  approved: onRequestAsyncHookHandler[];
}

export interface IncidentContext {
  services: Services;
  attachments: AttachmentService;
  hooks: IncidentHooks;
  loginThrottle: LoginThrottle;
}

/** Adds one group of this surface's routes. */
export type IncidentRoutes = (app: App, context: IncidentContext) => void;

/** For a path that is its prefix and the slash: by default Fastify would take it without the slash as well. */
export const slashOnly = { prefixTrailingSlash: 'slash' } as const;

/** The integer that a path names. @throws DeskError `not_found` for what is none */
export function idOf(text: string, notFound: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new DeskError('not_found', notFound);
  return Number(text);
}
