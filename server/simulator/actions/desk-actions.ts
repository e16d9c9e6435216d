import { consoleRules } from '#shared/model/rule-set.ts';
import type { Role } from '#shared/model/user.ts';
import { findActor } from '../../users/profile.repo.ts';
import { findUser, type UserChanges } from '../../users/user.repo.ts';
import { rootId, simDepartments, userIds } from '../desk.ts';
import type { Rng } from '../random.ts';
import type { World } from '../world.ts';
import { onNode, type Action } from './action.ts';
import { drawCall, uidsOf, type SeenTicket } from './change-arguments.ts';

const ticketSql = 'select uid, status, assignee_id, last_reply_uid from ticket order by id';

const pickTicket = ({ node }: World, rng: Rng): SeenTicket | undefined =>
  node.isUp ? rng.pick(node.disk.read<SeenTicket>(ticketSql)) : undefined;

/** Somebody changes a ticket through another surface: nobody's console knows of it beforehand. */
const changeElsewhere = (
  name: 'ticket-assign' | 'ticket-category' | 'ticket-reply' | 'ticket-status',
): Action => ({
  name: `elsewhere-${name}`,
  weight: name === 'ticket-assign' ? 5 : 2,
  run: async (world, rng) => {
    const ticket = pickTicket(world, rng);
    if (ticket === undefined) return;
    const { tickets, database } = world.node.services;
    await onNode(async () => {
      const actor = await findActor(database.db, rootId);
      const call = drawCall(
        name,
        { ticket, pickOther: () => undefined, text: `elsewhere ${rng.below(1_000_000)}` },
        rng,
      );
      if (actor !== null && call !== null)
        await tickets.change(call, { actor, rules: consoleRules, origin: 'v1' });
    });
  },
});

const customerWrites: Action = {
  name: 'customer-writes',
  weight: 3,
  run: async (world, rng) => {
    const ticket = pickTicket(world, rng);
    if (ticket === undefined) return;
    const mintUid = uidsOf(rng);
    const message = {
      message_uid: mintUid(),
      activity_uid: mintUid(),
      text: `customer ${rng.below(1_000_000)}`,
    };
    await onNode(() => world.node.services.tickets.receiveFromCustomer(ticket.uid, message, 'chatbot'));
  },
};

/** Changes a member of staff, by the one place that writes users. */
const changeUser = (name: string, weight: number, draw: (rng: Rng) => UserChanges): Action => ({
  name,
  weight,
  run: async (world, rng) => {
    // Not root: somebody has to be there to act elsewhere.
    const id = rng.pick(userIds.filter((userId) => userId !== rootId));
    if (id === undefined || !world.node.isUp) return;
    const { database, userWriter, clock } = world.node.services;
    const changes = draw(rng);
    world.note(`user ${id} becomes`, JSON.stringify(changes));
    await onNode(() =>
      database.write(async (tx) => {
        const user = await findUser(tx.db, id);
        if (user !== null) await userWriter.update(tx, user, changes, clock.now());
      }),
    );
  },
});

const roles: readonly Role[] = ['agent', 'agent', 'admin'];

export const deskActions: readonly Action[] = [
  changeElsewhere('ticket-assign'),
  changeElsewhere('ticket-category'),
  changeElsewhere('ticket-reply'),
  changeElsewhere('ticket-status'),
  customerWrites,
  changeUser('change-role', 1.5, (rng) => ({ role: rng.pick(roles) ?? 'agent' })),
  changeUser('change-department', 2, (rng) => ({ department: rng.pick(simDepartments) ?? null })),
  changeUser('deactivate', 1, () => ({ is_active: 0 })),
  changeUser('reactivate', 2, () => ({ is_active: 1 })),
  changeUser('change-profile', 1, (rng) => ({
    is_available: rng.below(2),
    full_name: `Name ${rng.below(100)}`,
  })),
];
