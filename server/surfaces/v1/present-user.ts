import type { Status } from '#shared/model/status.ts';
import type { AgentLoad } from '../../users/agent-load.service.ts';
import type { UserRecord } from '../../users/user.repo.ts';
import { toV1Date, toV1DateOrNull } from './dates.ts';
import { shownStatus, type V1Status } from './rules.ts';

/** Departments are for agents alone (mapping, section 6). */
export const shownDepartment = ({ role, department }: Pick<UserRecord, 'role' | 'department'>) =>
  role === 'agent' ? department : null;

/** The fields that every answer about a user begins with. */
export function presentIdentity(
  user: Pick<UserRecord, 'id' | 'username' | 'email' | 'full_name' | 'role' | 'department'>,
) {
  return {
    id: user.id,
    username: user.username,
    email: user.email ?? '',
    full_name: user.full_name,
    role: user.role,
    department: shownDepartment(user),
  };
}

export function presentCreatedUser(user: UserRecord) {
  return { ...presentIdentity(user), is_active: user.is_active === 1 };
}

export function presentUpdatedUser(user: UserRecord) {
  return {
    ...presentIdentity(user),
    agent_capacity: user.agent_capacity,
    is_active: user.is_active === 1,
    is_available: user.is_available === 1,
  };
}

export function presentListedUser(user: UserRecord) {
  return {
    ...presentUpdatedUser(user),
    created_at: toV1Date(user.created_at),
    last_login_at: toV1DateOrNull(user.last_login_at),
  };
}

export function presentUserDetail(user: UserRecord) {
  return {
    ...presentUpdatedUser(user),
    created_at: toV1Date(user.created_at),
    updated_at: toV1Date(user.updated_at),
    last_login_at: toV1DateOrNull(user.last_login_at),
  };
}

export function presentMe(user: UserRecord) {
  return {
    ...presentIdentity(user),
    is_active: user.is_active === 1,
    is_available: user.is_available === 1,
    last_login_at: toV1DateOrNull(user.last_login_at),
    created_at: toV1Date(user.created_at),
  };
}

function countShown(ticketsByStatus: ReadonlyMap<Status, number>): Record<V1Status, number> {
  const counts: Record<V1Status, number> = { open: 0, in_progress: 0, resolved: 0, closed: 0 };
  for (const [status, tickets] of ticketsByStatus) counts[shownStatus[status]] += tickets;
  return counts;
}

/** Counts are of what this surface shows, so that they add up in it (mapping, section 3). */
export function presentAgentLoad({ agent, ticketsByStatus, everAssigned }: AgentLoad) {
  const { open, in_progress, resolved, closed } = countShown(ticketsByStatus);
  const active = open + in_progress;
  return {
    agent_id: agent.id,
    username: agent.username,
    full_name: agent.full_name,
    department: agent.department,
    is_available: agent.is_available === 1,
    capacity: agent.agent_capacity,
    tickets: { active, resolved, closed, total: everAssigned },
    utilization: Math.round((active / agent.agent_capacity) * 10_000) / 100,
  };
}
