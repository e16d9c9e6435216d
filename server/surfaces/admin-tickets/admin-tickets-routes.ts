import type { onRequestAsyncHookHandler } from 'fastify';
import type { App } from '../../http/app.ts';
import type { Services } from '../../services.ts';

export interface AdminTicketsContext {
  services: Services;
  /** Lets admins in. */
  adminOnly: onRequestAsyncHookHandler;
}

/** Adds one group of this surface's routes. */
export type AdminTicketsRoutes = (app: App, context: AdminTicketsContext) => void;
