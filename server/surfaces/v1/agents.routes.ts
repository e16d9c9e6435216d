import { accessOf } from '../../auth/access-hooks.ts';
import { success } from './answer.ts';
import { presentAgentLoad } from './present-user.ts';
import { userRefused } from './refusals.ts';
import {
  agentParams,
  agentStatAnswer,
  agentStatsAnswer,
  agentStatsQuery,
  availabilityAnswer,
} from './users.schemas.ts';
import type { V1Routes } from './v1-routes.ts';

/** "Admin User Management APIs", agents: what is on their desks, and whether they take more. */
export const agentRoutes: V1Routes = (
  app,
  { services: { users, agentLoad }, hooks: { adminOnly: onRequest } },
) => {
  app.get(
    '/stats',
    { onRequest, schema: { querystring: agentStatsQuery, response: { 200: agentStatsAnswer } } },
    async ({ query: { department } }) => {
      const agents = (await agentLoad.list({ department })).map(presentAgentLoad);
      const leastBusyFirst = agents.toSorted((a, b) => a.utilization - b.utilization);
      return success({ agents: leastBusyFirst, total_agents: agents.length });
    },
  );

  app.get(
    '/:agent_id/stats',
    { onRequest, schema: { params: agentParams, response: { 200: agentStatAnswer } } },
    async ({ params: { agent_id: id } }) => {
      const load = await agentLoad.find(id);
      if (load === null) throw userRefused({ code: 'agent_not_found', id });
      return success(presentAgentLoad(load));
    },
  );

  app.patch(
    '/:agent_id/availability',
    { onRequest, schema: { params: agentParams, response: { 200: availabilityAnswer } } },
    async (request) => {
      const outcome = await users.toggleAvailability(accessOf(request).actor, request.params.agent_id);
      if (outcome.kind === 'refused') throw userRefused(outcome.refusal);
      const { id, username, is_available } = outcome.value;
      const isAvailable = is_available === 1;
      const message = `Agent '${username}' marked as ${isAvailable ? 'available' : 'unavailable'}`;
      return success({ message, agent: { id, username, is_available: isAvailable } });
    },
  );
};
