import { loadHexIds } from '../../installation/hex-ids.ts';
import { withServedRoutes } from '../served-routes.ts';
import { officeRules } from '../office-rules.ts';
import { createTestIncident, type TestIncident } from '../test-incident.ts';
import { applyChange } from '../test-tickets.ts';
import { askers, type Expectation } from './askers.ts';

/** A node with everybody of the matrix on it, and ways to fill in what its requests leave open. */
export interface RouteDesk extends TestIncident {
  /** What the node serves, as "GET /path". */
  served: string[];
  /** A ticket of the customer on which the agent works. */
  openTicket: (at?: Expectation['at']) => Promise<number>;
  /** The path with the ids of what is made for this request alone. */
  fillPath: (path: string, at?: Expectation['at']) => Promise<string>;
  fillBody: (body: object) => object;
}

const steps = {
  new: [],
  opened: ['opened'],
  in_progress: ['in_progress'],
  resolved: ['in_progress', 'resolved'],
} as const;

interface MadeRow {
  /** As the path spells it. */
  param: string;
  value: string;
}

/** Makes a row of the kind that a path is about, for its request alone; null when it is about a user or a ticket. */
async function makeRow({ node: { services, users } }: TestIncident, path: string): Promise<MadeRow | null> {
  const { superAdmin, agent } = users;
  if (path.includes('/files/')) return { param: ':uid', value: services.mintUid() };
  if (path.includes(':channel')) return { param: ':channel', value: 'email' };
  if (path.includes('/deliveries/')) return { param: ':delivery_id', value: '999999' };
  if (path.includes(':policy_id')) {
    const input = { name: 'Office hours', position: 9, isActive: false, rules: officeRules };
    const made = await services.slaPolicies.create(input, superAdmin);
    return { param: ':policy_id', value: String(made.kind === 'done' ? made.policy.id : 0) };
  }
  if (path.includes(':item_id')) {
    const input = { name: 'Shared', visibility: 'team', department: 'payment' } as const;
    const made = path.includes('/macros/')
      ? await services.items.create(agent, 'macro', { ...input, body: { text: 'Hello' } })
      : await services.items.create(agent, 'view', { ...input, body: { conditions: [], sort: 'updated' } });
    return { param: ':item_id', value: String(made.kind === 'done' ? made.item.id : 0) };
  }
  if (path.includes(':webhook_id')) {
    const input = { name: 'Warehouse', url: 'https://example.org/hook', isActive: false } as const;
    const made = await services.webhooks.create(superAdmin, { ...input, events: ['ticket.created'] });
    return { param: ':webhook_id', value: String(made.kind === 'done' ? made.webhook.id : 0) };
  }
  if (path.includes(':token_id')) {
    const input = { name: 'Report', scopes: ['read'], expiresAt: null } as const;
    const made = await services.apiTokens.create(agent, input);
    return { param: ':token_id', value: String(made.kind === 'done' ? made.value.token.id : 0) };
  }
  return null;
}

export async function createRouteDesk(): Promise<RouteDesk> {
  const { started: desk, routes: served } = await withServedRoutes(createTestIncident);
  const { createUser, createTicket, services, users } = desk.node;
  const ids = await loadHexIds(services.database, services.random);
  await createUser({ username: 'neighbour', role: 'customer' });
  const departed = await createUser({ username: 'departed', department: 'payment' });
  for (const as of askers.slice(1)) await desk.tokenOf(as);
  await services.users.deactivate(users.superAdmin, departed.id);
  let used = 0;

  async function openTicket(at: Expectation['at'] = 'in_progress'): Promise<number> {
    const requester = { id: users.customer.id, name: null, email: null };
    const assigneeId = users.agent.id;
    const { id, uid } = await createTicket({ assigneeId, requester, category: 'payment' });
    for (const to of steps[at]) {
      const args = { ticket_uid: uid, activity_uid: services.mintUid(), to };
      await applyChange(services, users.superAdmin, { name: 'ticket-status', args });
    }
    return id;
  }

  return {
    ...desk,
    served,
    openTicket,
    fillPath: async (path, at) => {
      if (!path.includes(':')) return path;
      if (path.startsWith('/api/notifications/')) return path.replace(':id', '999999');
      const made = await makeRow(desk, path);
      if (made !== null) return path.replace(made.param, made.value);
      const isHex = path.startsWith('/api/support/') || path.startsWith('/api/admin/approve-agent/');
      const isTicket = path.includes('/tickets/:');
      const id = isTicket
        ? await openTicket(at)
        : (await createUser({ department: 'payment', is_approved: isHex ? 0 : 1 })).id;
      const shown = isHex ? ids.encode(isTicket ? 'ticket' : 'user', id) : String(id);
      return path.replace(/:(id|ticket_id|user_id|agent_id)\b/, shown).replace(':attachment_id', '999999');
    },
    fillBody: (body) => {
      used += 1;
      const agentId = ids.encode('user', users.outsider.id);
      const text = JSON.stringify(body).replaceAll('#', String(used)).replaceAll(':agent', agentId);
      return JSON.parse(text) as object;
    },
  };
}
