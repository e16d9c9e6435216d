import { categoryCalls, type CategoryRoute } from '#shared/protocol/admin/categories.ts';
import { addCall, type AdminRoutes } from './admin-routes.ts';

/** Which department handles which category. */
export const categoryRoutes: AdminRoutes = (app, context) => {
  const { categoryRouting } = context.services;

  const list = async (): Promise<{ routes: CategoryRoute[] }> => ({
    routes: (await categoryRouting.list()).map(({ updatedAt, updatedByName, ...route }) => ({
      ...route,
      updated_at: updatedAt,
      updated_by_name: updatedByName,
    })),
  });

  addCall(app, context, categoryCalls.list, list);

  addCall(app, context, categoryCalls.route, async ({ actor, body: { vocabulary, word, department } }) => {
    await categoryRouting.route(actor, vocabulary, word, department);
    return list();
  });
};
