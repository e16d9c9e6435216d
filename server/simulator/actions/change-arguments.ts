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

const splitFrom = (original: SeenTicket | undefined): { split_from_uid?: string } =>
  original === undefined ? {} : { split_from_uid: original.uid };

/** Never, long ago, and for longer than a schedule lasts. */
const snoozes = [null, 1_780_000_000_000, 1_790_000_000_000] as const;
const tags = ['vip', 'refund', 'late'] as const;

/** Arguments of one change, as its author would choose them; some leave out what they had seen. Null when there is no other ticket. */
export function drawCall(
  name: MutatorName,
  { ticket, pickOther, text }: { ticket: SeenTicket; pickOther: () => SeenTicket | undefined; text: string },
  rng: Rng,
): MutationCall | null {
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
          ...splitFrom(rng.chance(0.2) ? pickOther() : undefined),
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
    case 'ticket-tags': {
      const add = tags.filter(() => rng.chance(0.5));
      const remove = tags.filter((tag) => !add.includes(tag) && rng.chance(0.5));
      return { name, args: { ...shared, add, remove } };
    }
    case 'ticket-snooze':
      return { name, args: { ...shared, until: orElse(snoozes, rng) } };
    case 'ticket-follow':
      return { name, args: { ...shared, is_following: rng.chance(0.6) } };
    case 'ticket-merge': {
      const into = pickOther();
      if (into === undefined) return null;
      return { name, args: { ...shared, status_activity_uid: mintUid(), into_uid: into.uid } };
    }
    case 'ticket-attach': {
      const file = { file_name: text, content_type: 'text/plain', size_bytes: 1 + rng.below(1000) };
      const rest = { attachment_uid: mintUid(), on_message_uid: null, is_note: rng.chance(0.5) };
      return { name, args: { ...shared, ...file, ...rest } };
    }
    case 'ticket-unmerge':
      return { name, args: { ...shared, status_activity_uid: mintUid() } };
  }
}
