import { expect, test } from 'vitest';
import { consoleRules } from '../model/rule-set.ts';
import type { TicketRow } from '../model/ticket.ts';
import type { Actor } from '../model/user.ts';
import type { MutationResult } from './mutator.ts';
import { findMutator, runMutation, type MutationCall } from './registry.ts';
import { ticketCreate } from './ticket-create.ts';

const uid = (n: number): string => `01a2091f-5f9c-7000-8000-${String(n).padStart(12, '0')}`;
const now = 1_700_000_000_000;
const agent: Actor = {
  id: 5,
  username: 'agent',
  full_name: 'An Agent',
  role: 'agent',
  department: 'payment',
  is_active: true,
  is_approved: true,
};
const admin: Actor = { ...agent, id: 1, role: 'admin', department: null };

function ticketOf(number: number, columns: Partial<TicketRow> = {}): TicketRow {
  const result = ticketCreate.run(
    { ticket: null, assignee: null, other: null },
    {
      ticket_uid: uid(number),
      message_uid: uid(number + 100),
      activity_uid: uid(number + 200),
      subject: `Ticket ${number}`,
      description: 'Where is my money?',
      priority: 'medium',
      category: 'payment',
      source: 'web',
      requester: { id: null, name: 'Robin', email: null },
      phone_number: null,
      merchant_id: null,
      tags: [],
    },
    { actor: admin, now, rules: consoleRules },
  );
  if (result.kind !== 'applied' || result.changes.created === undefined) throw new Error('Refused');
  return { ...result.changes.created, id: number, ...columns };
}

function run(
  call: MutationCall,
  ticket: TicketRow | null,
  { other = null, actor = agent }: { other?: TicketRow | null; actor?: Actor } = {},
): MutationResult {
  const mutator = findMutator(call.name);
  if (mutator === null) throw new Error(`No mutator ${call.name}`);
  const args = mutator.args.parse(call.args);
  return runMutation(mutator, { ticket, assignee: null, other }, args, { actor, now, rules: consoleRules });
}

/** The ticket after a change that must not be refused. */
function after(ticket: TicketRow, result: MutationResult): TicketRow {
  if (result.kind !== 'applied') throw new Error(JSON.stringify(result));
  return { ...ticket, ...result.changes.set };
}

const kindsOf = (result: MutationResult): string[] =>
  result.kind === 'applied' ? result.changes.activities.map(({ kind }) => kind) : [];

const named = { ticket_uid: uid(1), activity_uid: uid(11) };
const tag = (add: string[], remove: string[]): MutationCall => ({
  name: 'ticket-tags',
  args: { ...named, add, remove },
});

test('tags of two authors come out the same in either order', () => {
  const ticket = ticketOf(1, { tags: '["vip","late"]' });
  const [one, two] = [tag(['refund'], ['late']), tag(['bug'], ['vip'])];
  const first = after(ticket, run(one, ticket));
  const second = after(ticket, run(two, ticket));
  const tagsOf = (row: TicketRow): string[] => (JSON.parse(row.tags) as string[]).toSorted();
  expect(tagsOf(after(first, run(two, first)))).toEqual(['bug', 'refund']);
  expect(tagsOf(after(second, run(one, second)))).toEqual(['bug', 'refund']);
});

test('tags that are as asked change nothing; one tag is not added and removed at once', () => {
  const ticket = ticketOf(1, { tags: '["vip"]' });
  expect(run(tag(['vip'], ['bug']), ticket)).toEqual({ kind: 'unchanged' });
  expect(findMutator('ticket-tags')?.args.safeParse(tag(['a'], ['a']).args).success).toBe(false);
});

test('no ticket gets more tags than one may have', () => {
  const ticket = ticketOf(1, { tags: JSON.stringify(Array.from({ length: 49 }, (_unused, n) => `t${n}`)) });
  expect(JSON.parse(after(ticket, run(tag(['a', 'b'], []), ticket)).tags)).toHaveLength(50);
});

test('a snooze is set and ended; who may not see the ticket may not', () => {
  const ticket = ticketOf(1);
  const snooze = (until: number | null): MutationCall => ({
    name: 'ticket-snooze',
    args: { ...named, until },
  });
  const asleep = run(snooze(now + 1), ticket);
  expect(kindsOf(asleep)).toEqual(['snoozed']);
  const snoozed = after(ticket, asleep);
  expect(snoozed.snoozed_until).toBe(now + 1);
  expect(run(snooze(now + 1), snoozed)).toEqual({ kind: 'unchanged' });
  expect(kindsOf(run(snooze(null), snoozed))).toEqual(['unsnoozed']);
  expect(run(snooze(null), { ...snoozed, category: 'loan' })).toMatchObject({
    refusal: { code: 'forbidden' },
  });
});

test('followers come and go by themselves', () => {
  const follow = (is_following: boolean): MutationCall => ({
    name: 'ticket-follow',
    args: { ...named, is_following },
  });
  const ticket = ticketOf(1, { follower_ids: '[1]' });
  const followed = after(ticket, run(follow(true), ticket));
  expect(followed.follower_ids).toBe('[1,5]');
  expect(run(follow(true), followed)).toEqual({ kind: 'unchanged' });
  const left = after(followed, run(follow(false), followed));
  expect(left.follower_ids).toBe('[1]');
});

const merge: MutationCall = {
  name: 'ticket-merge',
  args: { ...named, into_uid: uid(2), status_activity_uid: uid(12) },
};
const unmerge: MutationCall = {
  name: 'ticket-unmerge',
  args: { ...named, status_activity_uid: uid(12) },
};

test('a merged ticket is closed and goes to whoever has the other; taking it back restores it', () => {
  const ticket = ticketOf(1, { status: 'opened', opened_at: 7, assignee_id: 5, assignee_ids: '[5]' });
  const primary = ticketOf(2, { assignee_id: 6, assignee_ids: '[6,5]', assigned_at: 3, category: 'loan' });
  const result = run(merge, ticket, { other: primary });
  expect(kindsOf(result)).toEqual(['merged', 'status_updated']);
  const merged = after(ticket, result);
  expect(merged).toMatchObject({
    merged_into_uid: uid(2),
    status: 'closed',
    closed_at: now,
    assignee_ids: '[6,5]',
    category: 'payment',
  });
  expect(run(merge, merged, { other: primary })).toEqual({ kind: 'unchanged' });
  const back = run(unmerge, merged);
  expect(kindsOf(back)).toEqual(['unmerged', 'status_updated']);
  expect(after(merged, back)).toEqual(ticket);
  expect(run(unmerge, ticket)).toEqual({ kind: 'unchanged' });
});

test('a ticket merged into one that nobody has waits in the same queue', () => {
  const ticket = ticketOf(1, { assignee_id: 5, assignee_ids: '[5]', category: 'loan', status: 'closed' });
  const result = run(merge, ticket, { other: ticketOf(2) });
  expect(kindsOf(result)).toEqual(['merged']);
  expect(after(ticket, result)).toMatchObject({ assignee_id: null, category: 'payment' });
});

test('what would merge in a circle, into itself or into the unseen is refused', () => {
  const ticket = ticketOf(1);
  const overtaken = { refusal: { code: 'overtaken', field: 'merged_into_uid', current: uid(1) } };
  const circle = ticketOf(2, { merged_into_uid: uid(1) });
  expect(run(merge, ticket, { other: circle })).toMatchObject(overtaken);
  const elsewhere = ticketOf(1, { merged_into_uid: uid(3) });
  expect(run(merge, elsewhere, { other: ticketOf(2) })).toMatchObject({ refusal: { code: 'overtaken' } });
  const itself = { ...merge.args, into_uid: uid(1) };
  expect(findMutator('ticket-merge')?.args.safeParse(itself).success).toBe(false);
  const notFound = { refusal: { code: 'ticket_not_found' } };
  expect(run(merge, ticket, { other: null })).toMatchObject(notFound);
  const others = ticketOf(2, { assignee_id: 6, assignee_ids: '[6]' });
  expect(run(merge, ticket, { other: others })).toMatchObject(notFound);
});

test('a merge that was made stays in the picture although the other ticket left it', () => {
  const ticket = ticketOf(1);
  const mutator = findMutator('ticket-merge');
  if (mutator === null) throw new Error('No mutator');
  const context = { actor: agent, now, rules: consoleRules, isMadeEarlier: true };
  const kept = runMutation(mutator, { ticket, assignee: null, other: null }, merge.args, context);
  expect(after(ticket, kept)).toMatchObject({ merged_into_uid: uid(2), assignee_ids: '[]' });
});

test.each<MutationCall & { elsewhere?: Partial<TicketRow>; other?: TicketRow }>([
  {
    name: 'ticket-status',
    args: { ticket_uid: uid(1), activity_uid: uid(11), to: 'in_progress', base: 'waiting_user' },
  },
  {
    name: 'ticket-assign',
    args: {
      ticket_uid: uid(1),
      activity_uid: uid(11),
      status_activity_uid: uid(12),
      assignee_id: null,
      base: 9,
    },
    elsewhere: { assignee_id: 6, assignee_ids: '[6]' },
  },
  {
    name: 'ticket-reply',
    args: { ticket_uid: uid(1), message_uid: uid(13), text: 'Done', seen_reply_uid: uid(14) },
  },
  { ...merge, elsewhere: { merged_into_uid: uid(3) } },
  { ...merge, other: ticketOf(2, { assignee_id: 6, assignee_ids: '[6]' }) },
])('$name stands once the node has carried it out, whatever older rows say', (given) => {
  const { elsewhere, other = null, ...call } = given;
  const mutator = findMutator(call.name);
  if (mutator === null) throw new Error('No mutator');
  const rows = { ticket: ticketOf(1, elsewhere), assignee: null, other };
  const context = { actor: agent, now, rules: consoleRules, isMadeEarlier: true };
  const undecided = runMutation(mutator, rows, call.args, context);
  expect(undecided.kind).toBe('refused');
  const decided = runMutation(mutator, rows, call.args, { ...context, isCarriedOut: true });
  expect(decided.kind).toBe('applied');
});

test('a ticket is split off one that its author sees', () => {
  const original = ticketOf(2);
  const { args } = {
    args: {
      ticket_uid: uid(1),
      message_uid: uid(13),
      activity_uid: uid(11),
      subject: 'The other question',
      description: 'And where is my card?',
      priority: 'medium' as const,
      category: 'payment' as const,
      source: 'web' as const,
      requester: { id: null, name: 'Robin', email: null },
      phone_number: null,
      merchant_id: null,
      tags: [],
      split_from_uid: uid(2),
    },
  };
  const call: MutationCall = { name: 'ticket-create', args };
  const result = run(call, null, { other: original });
  expect(result).toMatchObject({ changes: { created: { split_from_uid: uid(2) } } });
  expect(run(call, null)).toMatchObject({ refusal: { code: 'ticket_not_found' } });
});

test('a note calls each colleague once', () => {
  const args = { ...named, message_uid: uid(13), text: '@ada please look', mentioned_ids: [1, 1, 6] };
  const result = run({ name: 'ticket-note', args }, ticketOf(1));
  expect(result).toMatchObject({ changes: { messages: [{ mentioned_ids: '[1,6]', visibility: 'staff' }] } });
});
