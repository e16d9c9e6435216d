import type { Status } from '#shared/model/status.ts';
import { peopleCalls, type HandOverTarget, type Person } from '#shared/protocol/admin/people.ts';
import { DeskError } from '#shared/protocol/errors.ts';
import { strictPasswordRules } from '../../../auth/password-rules.ts';
import type { HandOverTarget as Target } from '../../../assignment/hand-over.service.ts';
import type { StaffMember } from '../../../users/staff-directory.service.ts';
import { addCall, type AdminContext, type AdminRoutes } from './admin-routes.ts';
import { valueOf } from './refusals.ts';

/** Users and agents. */
export const peopleRoutes: AdminRoutes = (app, context) => {
  addReads(app, context);
  addChanges(app, context);
  addDepartures(app, context);
};

function presentPerson({ user, ticketsByStatus }: StaffMember): Person {
  const count = (...statuses: Status[]): number =>
    statuses.reduce((sum, status) => sum + (ticketsByStatus.get(status) ?? 0), 0);
  return {
    id: user.id,
    username: user.username,
    full_name: user.full_name,
    email: user.email,
    role: user.role,
    department: user.department,
    is_active: user.is_active === 1,
    is_approved: user.is_approved === 1,
    is_available: user.is_available === 1,
    capacity: user.agent_capacity,
    load: {
      todo: count('new', 'opened'),
      working: count('in_progress'),
      waiting: count('on_hold', 'waiting_user'),
    },
    last_login_at: user.last_login_at,
    created_at: user.created_at,
  };
}

async function readPerson({ services: { staffDirectory } }: AdminContext, id: number): Promise<Person> {
  const member = await staffDirectory.find(id);
  if (member === null) throw new DeskError('not_found', `There is no such user: ${id}`);
  return presentPerson(member);
}

const addReads: AdminRoutes = (app, context) => {
  addCall(app, context, peopleCalls.list, async () => ({
    people: (await context.services.staffDirectory.list()).map(presentPerson),
  }));
};

const addChanges: AdminRoutes = (app, context) => {
  const { users, registration } = context.services;

  addCall(app, context, peopleCalls.create, async ({ actor, body }) => {
    const { full_name: fullName, capacity: agentCapacity, ...input } = body;
    const { id } = valueOf(
      await users.createStaff(actor, { ...input, fullName, agentCapacity }, strictPasswordRules),
    );
    return { person: await readPerson(context, id) };
  });

  addCall(app, context, peopleCalls.update, async ({ actor, params: { id }, body }) => {
    const { full_name: fullName, capacity: agentCapacity, is_available: isAvailable, ...changes } = body;
    valueOf(await users.update(actor, id, { ...changes, fullName, agentCapacity, isAvailable }));
    return { person: await readPerson(context, id) };
  });

  addCall(app, context, peopleCalls.approve, async ({ actor, params: { id } }) => {
    valueOf(await registration.approve(actor, id));
    return { person: await readPerson(context, id) };
  });

  addCall(app, context, peopleCalls.activate, async ({ actor, params: { id } }) => {
    valueOf(await users.activate(actor, id));
    return { person: await readPerson(context, id) };
  });
};

const targetOf = (asked: HandOverTarget): Target =>
  asked.to === 'queue' ? { to: 'queue' } : { to: 'agent', agentId: asked.agent_id };

const addDepartures: AdminRoutes = (app, context) => {
  const { users, handOver } = context.services;

  addCall(app, context, peopleCalls.deactivate, async ({ actor, params: { id }, body: { hand_over } }) => {
    // First of all they can do nothing any more, and are given nothing new.
    valueOf(await users.deactivate(actor, id));
    const handed_over =
      hand_over === null
        ? { assigned: 0, queued: 0 }
        : valueOf(await handOver.handOver(actor, id, targetOf(hand_over)));
    return { person: await readPerson(context, id), handed_over };
  });

  addCall(app, context, peopleCalls.handOver, async ({ actor, params: { id }, body }) =>
    valueOf(await handOver.handOver(actor, id, targetOf(body))),
  );
};
