import type { onRequestAsyncHookHandler } from 'fastify';
import type { LoginThrottle } from '../../auth/login-throttle.ts';
import type { App } from '../../http/app.ts';
import type { Services } from '../../services.ts';

/** Hooks for `onRequest`. */
export interface ItHooks {
  /** Lets anybody in who is signed in. */
  signedIn: onRequestAsyncHookHandler[];
  /** And who does not wait for approval any more. */
  approved: onRequestAsyncHookHandler[];
  /** And works here. */
  staffOnly: onRequestAsyncHookHandler[];
  /** Holds back whoever registers again and again. */
  registering: onRequestAsyncHookHandler[];
}

export interface ItContext {
  services: Services;
  loginThrottle: LoginThrottle;
  hooks: ItHooks;
}

/** Adds one group of this surface's routes. */
export type ItRoutes = (app: App, context: ItContext) => void;
