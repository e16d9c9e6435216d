import { openStatuses } from '#shared/model/status.ts';
import { healthCalls } from '#shared/protocol/admin/health.ts';
import manifest from '../../../../package.json' with { type: 'json' };
import { addCall, pageOf, type AdminRoutes } from './admin-routes.ts';

const recentAlerts = 20;

/** How the computer does that the node runs on, and what the node wrote into its log. */
export const healthRoutes: AdminRoutes = (app, context) => {
  const { metrics, systemLog, ticketOverviews } = context.services;

  addCall(app, context, healthCalls.read, async ({ actor, query: { hours } }) => {
    const { cpuPercent, memoryPercent, diskPercent, uptimeSeconds, activeAlerts } = await metrics.health();
    return {
      version: manifest.version,
      now: {
        cpu_percent: cpuPercent,
        memory_percent: memoryPercent,
        disk_percent: diskPercent,
        uptime_seconds: uptimeSeconds,
        open_alerts: activeAlerts,
        open_tickets: await ticketOverviews.count(actor, openStatuses),
      },
      history: (await metrics.history(hours)).map((point) => ({
        at: point.at,
        cpu_percent: point.cpuPercent,
        memory_percent: point.memoryPercent,
        disk_percent: point.diskPercent,
      })),
      alerts: (await metrics.recentAlerts(recentAlerts)).map(({ is_resolved: _, ...alert }) => alert),
    };
  });

  addCall(app, context, healthCalls.log, async ({ query: { after, limit, level, component } }) => {
    const rows = await systemLog.list({ level, component, after, limit });
    return pageOf(rows, limit, ({ created_at, hostname: _, metadata, ...entry }) => ({
      ...entry,
      at: created_at,
      metadata: JSON.parse(metadata) as Record<string, never>,
    }));
  });
};
