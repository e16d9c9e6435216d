import type { Actor } from '#shared/model/user.ts';
import { accessOf } from '../../auth/access-hooks.ts';
import { keepNothing } from '../../http/keep-nothing.ts';
import { healthAnswer, logsAnswer, logsQuery, metricsAnswer, metricsQuery } from './dashboard.schemas.ts';
import type { ItRoutes } from './it-routes.ts';
import { presentAlert, presentHistory, presentLog } from './present-dashboard.ts';
import { presentTicket } from './present-ticket.ts';
import { readHealth } from './read-health.ts';

const maxRecent = 10;
const levelAliases: Readonly<Record<string, string>> = { WARN: 'WARNING', FATAL: 'CRITICAL' };

/** "Dashboard": for anybody who is signed in (contract, C31). */
export const dashboardRoutes: ItRoutes = (app, { services, hooks: { approved: onRequest } }) => {
  const { metrics, ticketOverviews, systemLog } = services;
  // Figures of this moment.
  keepNothing(app);

  app.get('/health', { onRequest, schema: { response: { 200: healthAnswer } } }, async (request) =>
    readHealth(services, accessOf(request).actor),
  );

  const recentTickets = async (actor: Actor) =>
    (await ticketOverviews.list(actor, {}, { limit: maxRecent, offset: 0 })).map(presentTicket);

  app.get(
    '/metrics',
    { onRequest, schema: { querystring: metricsQuery, response: { 200: metricsAnswer } } },
    async (request) => {
      const { actor } = accessOf(request);
      const history = await metrics.history(request.query.hours);
      return {
        system_health: await readHealth(services, actor),
        cpu_history: presentHistory(history, ({ cpuPercent }) => cpuPercent),
        memory_history: presentHistory(history, ({ memoryPercent }) => memoryPercent),
        disk_history: presentHistory(history, ({ diskPercent }) => diskPercent),
        recent_alerts: (await metrics.recentAlerts(maxRecent)).map(presentAlert),
        recent_tickets: await recentTickets(actor),
      };
    },
  );

  app.get(
    '/logs',
    { onRequest, schema: { querystring: logsQuery, response: { 200: logsAnswer } } },
    async (request) => {
      const { source: component, limit } = request.query;
      const word = request.query.level?.toUpperCase();
      const level = word === undefined ? undefined : (levelAliases[word] ?? word);
      return (await systemLog.list({ level, component, limit })).map(presentLog);
    },
  );
};
