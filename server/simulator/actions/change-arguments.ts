import { statuses } from '#shared/model/status.ts';
import { priorities } from '#shared/model/priority.ts';
import { sources } from '#shared/model/ticket.ts';
import { createUidFactory, type UidFactory } from '#shared/model/uid.ts';
import type { MutationCall, MutatorName } from '#shared/mutators/registry.ts';
import { simDepartments, userIds } from '../desk.ts';
import type { Rng } from '../random.ts';

/** The ticket as whoever changes it sees it. */
export interface SeenTicket {
  uid: string;
  status: (typeof statuses)[number];
  assignee_id: number | null;
  last_reply_uid: string | null;
}

export const uidsOf = (rng: Rng): UidFactory =>
  createUidFactory({ now: () => 1_780_000_000_000 }, (length) => rng.bytes(length));

const orElse = <Item>(list: readonly [Item, ...Item[]] | readonly Item[], rng: Rng): Item => {
  const item = rng.pick(list);
  if (item === undefined) throw new Error('There is nothing to choose from');
  return item;
};

/** Arguments of one change, as its author would choose them; some leave out what they had seen. */
export function drawCall(name: MutatorName, ticket: SeenTicket, text: string, rng: Rng): MutationCall {
  const mintUid = uidsOf(rng);
  const shared = { ticket_uid: ticket.uid, activity_uid: mintUid() };
  const isGuarded = rng.chance(0.8);
  switch (name) {
    case 'ticket-create':
      return {
        name,
        args: {
          ...shared,
          ticket_uid: mintUid(),
          message_uid: mintUid(),
          subject: text,
          description: text,
          priority: orElse(priorities, rng),
          category: orElse(simDepartments, rng),
          source: orElse(sources, rng),
          requester: { id: null, name: 'Robin', email: null },
          phone_number: null,
          merchant_id: null,
          tags: [],
        },
      };
    case 'ticket-reply': {
      const seen = isGuarded ? { seen_reply_uid: ticket.last_reply_uid } : {};
      return { name, args: { ticket_uid: ticket.uid, message_uid: mintUid(), text, ...seen } };
    }
    case 'ticket-note':
      return { name, args: { ...shared, message_uid: mintUid(), text } };
    case 'ticket-status': {
      const base = isGuarded ? { base: ticket.status } : {};
      return { name, args: { ...shared, to: orElse(statuses, rng), ...base } };
    }
    case 'ticket-priority':
      return { name, args: { ...shared, priority: orElse(priorities, rng) } };
    case 'ticket-category':
      return { name, args: { ...shared, category: orElse(simDepartments, rng) } };
    case 'ticket-assign': {
      const assignee_id = rng.chance(0.25) ? null : orElse(userIds, rng);
      const base = isGuarded ? { base: ticket.assignee_id } : {};
      return { name, args: { ...shared, status_activity_uid: mintUid(), assignee_id, ...base } };
    }
  }
}
