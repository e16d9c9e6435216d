import { recordCalls } from '#shared/protocol/admin/records.ts';
import { addCall, pageOf, type AdminRoutes } from './admin-routes.ts';

/** What admins did. */
export const recordRoutes: AdminRoutes = (app, context) => {
  const { audit } = context.services;

  addCall(app, context, recordCalls.audit, async ({ query }) => {
    const { after = null, limit, action, admin_id: adminId, target_type, target_id } = query;
    const filter = { action, adminId, targetType: target_type, targetId: target_id };
    const rows = await audit.page(filter, { after, limit });
    const page = pageOf(rows, limit, ({ created_at, metadata, ...entry }) => ({
      ...entry,
      at: created_at,
      metadata: JSON.parse(metadata) as Record<string, never>,
    }));
    return { ...page, actions: await audit.actions(), target_types: await audit.targetTypes() };
  });
};
