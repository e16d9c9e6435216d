import type { Priority } from '#shared/model/priority.ts';
import type { Source } from '#shared/model/ticket.ts';
import { queueAlertMs, queueCalls } from '#shared/protocol/admin/queue.ts';
import { addCall, pageOf, type AdminRoutes } from './admin-routes.ts';

/** What nobody has, and who was given what. */
export const queueRoutes: AdminRoutes = (app, context) => {
  const { queue, assignmentHistory } = context.services;

  addCall(app, context, queueCalls.list, async () => {
    const { total, overdue, departments, tickets } = await queue.read(queueAlertMs);
    return {
      total,
      overdue,
      departments: departments.map(({ oldestSince: oldest_since, ...each }) => ({ ...each, oldest_since })),
      tickets: tickets.map(({ awaits_agent, priority, source, ...ticket }) => ({
        ...ticket,
        priority: priority as Priority,
        source: source as Source,
        is_automatic: awaits_agent === 1,
      })),
    };
  });

  addCall(app, context, queueCalls.alert, async () => ({ overdue: await queue.countOverdue(queueAlertMs) }));

  addCall(app, context, queueCalls.assign, async ({ actor, body: { ticket_ids, agent_id } }) => {
    const results = [];
    for (const ticket_id of ticket_ids) {
      const { outcome, agentName: agent_name, because } = await queue.give(actor, ticket_id, agent_id);
      results.push({ ticket_id, outcome, agent_name, because });
    }
    return { results };
  });

  addCall(app, context, queueCalls.assignments, async ({ query: { after = null, limit, how } }) => {
    const isAutomatic = how === 'all' ? null : how === 'automatic';
    const records = await assignmentHistory.page({ isAutomatic, after }, limit);
    return pageOf(records, limit, ({ created_at, actor_name, fromName, toName, ...record }) => ({
      ...record,
      at: created_at,
      from_name: fromName,
      to_name: toName,
      by_name: actor_name,
    }));
  });
};
