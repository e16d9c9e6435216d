import type { onRequestAsyncHookHandler } from 'fastify';
import { isStaff, type Actor } from '#shared/model/user.ts';
import { DeskError } from '#shared/protocol/errors.ts';
import { accessOf } from '../../auth/access-hooks.ts';
import { agentsOnly, customersCreate, customersOnly, notApproved } from './texts.ts';

export interface RoleHooks {
  /** "Customer (user role)". */
  customers: onRequestAsyncHookHandler[];
  creators: onRequestAsyncHookHandler[];
  /** "Support Agent (approved)". */
  approvedAgents: onRequestAsyncHookHandler[];
}

type Guard = (actor: Actor) => string | null;

const toHook = (refuse: Guard): onRequestAsyncHookHandler => {
  return async (request) => {
    const text = refuse(accessOf(request).actor);
    if (text !== null) throw new DeskError('forbidden', text);
  };
};

const customerGuard =
  (text: string): Guard =>
  (actor) =>
    isStaff(actor) ? text : null;

const agentGuard: Guard = (actor) => {
  if (actor.role !== 'agent') return agentsOnly;
  return actor.is_approved ? null : notApproved;
};

/** For the endpoints whose "Required Auth" is one role. */
export function createRoleHooks(signedIn: readonly onRequestAsyncHookHandler[]): RoleHooks {
  return {
    customers: [...signedIn, toHook(customerGuard(customersOnly))],
    creators: [...signedIn, toHook(customerGuard(customersCreate))],
    approvedAgents: [...signedIn, toHook(agentGuard)],
  };
}
