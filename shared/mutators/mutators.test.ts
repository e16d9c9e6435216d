import { expect, test } from 'vitest';
import { consoleRules, type RuleSet } from '../model/rule-set.ts';
import type { TicketRow } from '../model/ticket.ts';
import type { Actor, ProfileRow } from '../model/user.ts';
import type { MutationResult, MutatorRows } from './mutator.ts';
import { findMutator, mutatorNames, runMutation, type MutationCall, type MutatorArgs } from './registry.ts';

const uid = (n: number): string => `01a2091f-5f9c-7000-8000-${String(n).padStart(12, '0')}`;
const now = 1_700_000_000_000;

const admin: Actor = {
  id: 1,
  username: 'admin',
  full_name: 'An Admin',
  role: 'admin',
  department: null,
  is_active: true,
  is_approved: true,
};

const createArgs: MutatorArgs<'ticket-create'> = {
  ticket_uid: uid(1),
  message_uid: uid(2),
  activity_uid: uid(3),
  subject: 'Refund',
  description: 'Where is my money?',
  priority: 'medium',
  category: 'payment',
  source: 'web',
  requester: { id: null, name: 'Robin', email: null },
  phone_number: null,
  merchant_id: null,
  tags: [],
};

function run(call: MutationCall, rows: Partial<MutatorRows>, rules: RuleSet = consoleRules): MutationResult {
  const mutator = findMutator(call.name);
  if (mutator === null) throw new Error(`No mutator ${call.name}`);
  const args = mutator.args.parse(call.args);
  return runMutation(mutator, { ticket: null, assignee: null, other: null, ...rows }, args, {
    actor: admin,
    now,
    rules,
  });
}

function createTicket(columns: Partial<TicketRow> = {}): TicketRow {
  const result = run({ name: 'ticket-create', args: createArgs }, {});
  if (result.kind !== 'applied' || result.changes.created === undefined)
    throw new Error('The ticket was refused');
  return { ...result.changes.created, id: 12, ...columns };
}

const agent: ProfileRow = {
  uid: uid(50),
  id: 5,
  ver: 1,
  username: 'agent',
  full_name: 'An Agent',
  email: 'agent@example.org',
  role: 'agent',
  department: 'payment',
  is_active: 1,
  is_available: 1,
};

const replyArgs = { ticket_uid: uid(1), message_uid: uid(10), text: 'It is on its way.' };
const assignArgs = {
  ticket_uid: uid(1),
  activity_uid: uid(11),
  status_activity_uid: uid(12),
  assignee_id: 5,
};

test('every mutator is found by the name it carries', () => {
  for (const name of mutatorNames) expect(findMutator(name)?.name).toBe(name);
  expect(findMutator('toString')).toBeNull();
});

test('a new ticket starts with its description as the first message', () => {
  const ticket = createTicket();
  expect(ticket).toMatchObject({
    status: 'new',
    last_message_text: 'Where is my money?',
    last_reply_uid: null,
  });
  expect(ticket.response_due_at).toBe(now + 120 * 60_000);
});

test('a reply is the first response and the newest reply', () => {
  const result = run(
    { name: 'ticket-reply', args: { ...replyArgs, seen_reply_uid: null } },
    { ticket: createTicket() },
  );
  expect(result).toMatchObject({
    kind: 'applied',
    changes: {
      set: { last_reply_uid: uid(10), first_responded_at: now },
      messages: [{ visibility: 'public' }],
    },
  });
});

test('a reply whose author has not seen the newest reply is refused; a caller that cannot know is not asked', () => {
  const ticket = createTicket({ last_reply_uid: uid(9) });
  expect(run({ name: 'ticket-reply', args: { ...replyArgs, seen_reply_uid: null } }, { ticket })).toEqual({
    kind: 'refused',
    refusal: { code: 'answered_meanwhile', last_reply_uid: uid(9) },
  });
  expect(run({ name: 'ticket-reply', args: replyArgs }, { ticket }).kind).toBe('applied');
});

test('a move that somebody else made already changes nothing; another one in between is told', () => {
  const args = { ticket_uid: uid(1), activity_uid: uid(11), base: 'new', to: 'resolved' } as const;
  expect(run({ name: 'ticket-status', args }, { ticket: createTicket({ status: 'resolved' }) }).kind).toBe(
    'unchanged',
  );
  expect(run({ name: 'ticket-status', args }, { ticket: createTicket({ status: 'on_hold' }) })).toMatchObject(
    {
      refusal: { code: 'overtaken', field: 'status', base: 'new', current: 'on_hold' },
    },
  );
});

test('a move that the rules do not know is refused', () => {
  const args = { ticket_uid: uid(1), activity_uid: uid(11), to: 'in_progress' } as const;
  expect(run({ name: 'ticket-status', args }, { ticket: createTicket({ status: 'closed' }) })).toMatchObject({
    refusal: { code: 'invalid_transition', from: 'closed', to: 'in_progress' },
  });
});

test('priority moves the due time until somebody has answered', () => {
  const args = { ticket_uid: uid(1), activity_uid: uid(11), priority: 'high' } as const;
  const due = run({ name: 'ticket-priority', args }, { ticket: createTicket() });
  expect(due).toMatchObject({ changes: { set: { response_due_at: now + 30 * 60_000 } } });
  const answered = run(
    { name: 'ticket-priority', args },
    { ticket: createTicket({ first_responded_at: now }) },
  );
  expect(answered).toMatchObject({ changes: { set: { priority: 'high' } } });
  expect(answered).not.toHaveProperty('changes.set.response_due_at');
});

test('assigning names the primary, keeps further assignees and counts changes of hand', () => {
  const first = run({ name: 'ticket-assign', args: assignArgs }, { ticket: createTicket(), assignee: agent });
  expect(first).toMatchObject({
    changes: { set: { assignee_ids: '[5]', reassignment_count: 0 }, activities: [{ kind: 'assigned' }] },
  });
  const held = createTicket({ assignee_id: 3, assignee_ids: '[3,8]' });
  expect(run({ name: 'ticket-assign', args: assignArgs }, { ticket: held, assignee: agent })).toMatchObject({
    changes: { set: { assignee_ids: '[5,8]', reassignment_count: 1 }, activities: [{ kind: 'reassigned' }] },
  });
  const released = { ...assignArgs, assignee_id: null };
  expect(run({ name: 'ticket-assign', args: released }, { ticket: held })).toMatchObject({
    changes: { set: { assignee_id: 8, assignee_ids: '[8]' } },
  });
});

test('assigning starts the work only where the surface says so, and only on an open ticket', () => {
  const starting: RuleSet = { ...consoleRules, assigningStartsWork: true };
  const call = { name: 'ticket-assign', args: assignArgs } as const;
  const started = run(call, { ticket: createTicket(), assignee: agent }, starting);
  expect(started).toMatchObject({ changes: { set: { status: 'in_progress', started_at: now } } });
  const waiting = run(call, { ticket: createTicket({ status: 'on_hold' }), assignee: agent }, starting);
  expect(waiting).not.toHaveProperty('changes.set.status');
});

test('a ticket goes to active members of staff alone', () => {
  const ticket = createTicket();
  const call = { name: 'ticket-assign', args: assignArgs } as const;
  expect(run(call, { ticket })).toMatchObject({ refusal: { code: 'assignee_not_found' } });
  expect(run(call, { ticket, assignee: { ...agent, is_active: 0 } })).toMatchObject({
    refusal: { code: 'assignee_inactive', username: 'agent' },
  });
});

test('what one may not do is refused before anything is looked at', () => {
  const mutator = findMutator('ticket-reply');
  if (mutator === null) throw new Error('No mutator');
  const stranger: Actor = { ...admin, id: 9, role: 'agent', department: 'loan' };
  const rows = { ticket: createTicket({ last_reply_uid: uid(9) }), assignee: null, other: null };
  const args = mutator.args.parse({ ...replyArgs, seen_reply_uid: null });
  expect(runMutation(mutator, rows, args, { actor: stranger, now, rules: consoleRules })).toEqual({
    kind: 'refused',
    refusal: { code: 'forbidden' },
  });
});

test.each([
  [{ ...replyArgs, text: '   ' }],
  [{ ...replyArgs, message_uid: 'not-a-uid' }],
  [{ ...replyArgs, surprise: 1 }],
])('arguments that do not fit are not parsed: %j', (args) => {
  expect(findMutator('ticket-reply')?.args.safeParse(args).success).toBe(false);
});
