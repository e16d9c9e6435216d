import { macroUsageCall } from '#shared/protocol/admin/macros.ts';
import { addCall, type AdminRoutes } from './admin-routes.ts';

/** How much macros are used. */
export const macroRoutes: AdminRoutes = (app, context) => {
  addCall(app, context, macroUsageCall, async () => ({ usage: await context.services.items.usage() }));
};
