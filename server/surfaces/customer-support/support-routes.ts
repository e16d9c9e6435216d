import type { AccessHooks } from '../../auth/access-hooks.ts';
import type { LoginThrottle } from '../../auth/login-throttle.ts';
import type { App } from '../../http/app.ts';
import type { HexIds } from '../../http/hex-id.ts';
import type { Services } from '../../services.ts';
import type { RoleHooks } from './role-hooks.ts';

export interface SupportContext {
  services: Services;
  hooks: AccessHooks & RoleHooks;
  ids: HexIds;
  loginThrottle: LoginThrottle;
}

/** Adds one group of this surface's routes. */
export type SupportRoutes = (app: App, context: SupportContext) => void;
