import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { departments } from '#shared/model/department.ts';
import { priorities } from '#shared/model/priority.ts';
import { consoleRules } from '#shared/model/rule-set.ts';
import { matchesFilters } from '#shared/model/search-filter.ts';
import { parseSearch } from '#shared/model/search-query.ts';
import { sources } from '#shared/model/ticket.ts';
import type { Actor } from '#shared/model/user.ts';
import { createTestDesk, type TestDesk } from '../testing/test-desk.ts';
import { applyChange } from '../testing/test-tickets.ts';
import { findTicketsByIds, type StoredTicket } from '../tickets/ticket.repo.ts';

async function idsOf(
  { services }: TestDesk,
  actor: Actor,
  text: string,
  rules = consoleRules,
): Promise<number[]> {
  const found = await services.search.findIds(parseSearch(text), { actor, rules }, { limit: 100, offset: 0 });
  return found?.ids ?? [];
}

describe('words', () => {
  let desk: TestDesk;
  let refund: StoredTicket;
  let login: StoredTicket;

  beforeAll(async () => {
    desk = await createTestDesk();
    refund = await desk.createTicket({
      subject: 'Refund has not arrived',
      description: 'My card was charged twice in the café.',
      tags: ['VIP', 'very important'],
    });
    login = await desk.createTicket({
      subject: 'Не могу войти',
      description: 'The refund page says my card is unknown.',
      requester: { id: null, name: 'Мария Иванова', email: 'maria@example.org' },
      tags: ['Срочно'],
    });
  });
  afterAll(() => desk[Symbol.asyncDispose]());

  const find = (text: string): Promise<number[]> => idsOf(desk, desk.users.admin, text);

  test('what stands in the subject comes before what stands in the conversation', async () => {
    expect(await find('refund')).toEqual([refund.id, login.id]);
    expect(await find('refund card')).toEqual([refund.id, login.id]);
  });

  test.each([
    ['"charged twice"', 'refund'],
    ['"twice charged"', 'neither'],
    ['charg*', 'refund'],
    ['charg', 'neither'],
    ['CAFE', 'refund'],
    ['refund -twice', 'login'],
    ['-twice', 'login'],
    ['иванова', 'login'],
    ['from:мария', 'login'],
    ['from:mari', 'login'],
    ['robin@example.org', 'refund'],
    ['tag:vip', 'refund'],
    ['tag:срочно', 'login'],
    ['tag:"very important"', 'refund'],
    ['tag:important', 'neither'],
    ['tag:срочно,vip -tag:VIP', 'login'],
    ['"refund) OR (card"', 'neither'],
    ['NEAR(refund card)', 'neither'],
  ])('%s', async (text, expected) => {
    const ids = { refund: [refund.id], login: [login.id], neither: [] }[expected];
    expect(await find(text)).toEqual(ids);
  });

  test('a ticket is found by what it is called', async () => {
    expect(await find(`#${login.id}`)).toEqual([login.id]);
    expect(await find(login.code)).toEqual([login.id]);
  });

  test('what is said later is found, and what was deleted is not', async () => {
    const { services, users } = desk;
    const { id, uid } = await desk.createTicket({ subject: 'Printer' });
    expect(await find('xylophone')).toEqual([]);
    const names = { ticket_uid: uid, message_uid: services.mintUid() };
    const note = {
      name: 'ticket-note' as const,
      args: { ...names, activity_uid: services.mintUid(), text: 'Xylophone' },
    };
    await applyChange(services, users.admin, note);
    expect(await find('xylophone')).toEqual([id]);
    expect(await find('printer')).toEqual([id]);
    await services.ticketEdits.remove(id, {
      actor: users.superAdmin,
      rules: consoleRules,
      origin: 'it-support',
    });
    expect(await find('xylophone')).toEqual([]);
  });

  test('excerpts show where it was found', async () => {
    const reader = { actor: desk.users.admin, rules: consoleRules };
    const answer = await desk.services.search.search('twice status:sideways', reader, {
      limit: 5,
      offset: 0,
    });
    const [hit] = answer?.hits ?? [];
    expect(hit?.excerpt).toEqual([
      { text: 'My card was charged ', is_match: false },
      { text: 'twice', is_match: true },
      { text: ' in the café.', is_match: false },
    ]);
    expect(answer?.problems).toMatchObject([{ field: 'status', value: 'sideways' }]);
  });

  test('agents find what they may see, customers and applicants nothing', async () => {
    const { users } = desk;
    const mine = await desk.createTicket({ subject: 'Zebra', assigneeId: users.agent.id, category: 'loan' });
    const queued = await desk.createTicket({ subject: 'Zebra', category: 'payment' });
    await desk.createTicket({ subject: 'Zebra', category: 'loan' });
    const assigned = { ...consoleRules, agentScope: 'assigned' as const };
    expect(await idsOf(desk, users.agent, 'zebra', assigned)).toEqual([mine.id]);
    expect(await idsOf(desk, users.agent, 'zebra')).toEqual([queued.id, mine.id]);
    for (const actor of [users.customer, users.applicant]) {
      const reader = { actor, rules: consoleRules };
      expect(await desk.services.search.search('zebra', reader, { limit: 5, offset: 0 })).toBeNull();
    }
  });

  test('a reply is found although it only marked its ticket', async () => {
    const ticket = await desk.createTicket({ subject: 'Parcel' });
    await desk.services.search.settle();
    const { mintUid, database } = desk.services;
    await applyChange(desk.services, desk.users.admin, {
      name: 'ticket-reply',
      args: { ticket_uid: ticket.uid, message_uid: mintUid(), text: 'Quokka' },
    });
    const { db } = database;
    expect(await db.selectFrom('search_due').select('ticket_id').execute()).toEqual([
      { ticket_id: ticket.id },
    ]);
    expect(await find('quokka')).toEqual([ticket.id]);
    expect(await db.selectFrom('search_due').select('ticket_id').execute()).toEqual([]);
  });

  test('the index is tidied until nothing is left to do', async () => {
    await desk.services.search.tidy();
    expect(await find('refund card')).toHaveLength(2);
  });
});

describe('filters', () => {
  const names = ['agent', 'colleague', 'nobody-at-all'];
  const pieces = fc.oneof(
    fc.constantFrom(
      ...['new', 'open', 'waiting', 'done', 'in_progress,resolved'].map((word) => `status:${word}`),
    ),
    fc.constantFrom(...priorities).map((word) => `priority:${word}`),
    fc.constantFrom(...departments).map((word) => `category:${word}`),
    fc.constantFrom(...sources).map((word) => `source:${word}`),
    fc.constantFrom('me', 'none', '4', 'none,me', ...names).map((word) => `assignee:${word}`),
    fc.constantFrom('red', 'Red', 'deep blue', 'зелёный').map((word) => `tag:"${word}"`),
    fc.constantFrom('ro', 'robin hale', 'example.org', 'hale robin', 'élan').map((word) => `from:"${word}"`),
    fc.constantFrom('before:2026-01-01', 'after:2026-01-01', 'before:1d', 'after:1d', 'after:0d'),
  );
  const texts = fc
    .array(fc.tuple(fc.boolean(), pieces), { minLength: 1, maxLength: 3 })
    .map((list) => list.map(([isExcluded, piece]) => `${isExcluded ? '-' : ''}${piece}`).join(' '));

  test('find what the pure filter finds', async () => {
    await using desk = await createTestDesk();
    const { services, users, clock } = desk;
    const made: StoredTicket[] = [];
    for (let index = 0; index < 24; index += 1) {
      const assignee = [undefined, users.agent.id, users.colleague.id][index % 3];
      const { id, uid } = await desk.createTicket({
        priority: priorities[index % 4] ?? 'low',
        category: departments[index % 5] ?? 'general',
        source: sources[index % 5] ?? 'api',
        tags: [['red'], ['Deep Blue', 'red'], ['Зелёный'], []][index % 4] ?? [],
        requester: {
          id: null,
          name: ['Robin Hale', 'Élan Roe', null][index % 3] ?? null,
          email: 'ro@example.org',
        },
        ...(assignee === undefined ? {} : { assigneeId: assignee }),
      });
      const to = ([null, 'in_progress', 'waiting_user', 'resolved', 'closed'] as const)[index % 5];
      if (to !== null && to !== undefined) {
        const args = { ticket_uid: uid, activity_uid: services.mintUid(), to };
        await applyChange(services, users.superAdmin, { name: 'ticket-status', args });
      }
      const [stored] = await findTicketsByIds(services.database.db, [id]);
      if (stored !== undefined) made.push(stored);
      clock.advance(4 * 3_600_000);
    }
    const idByName = new Map([
      ['agent', users.agent.id],
      ['colleague', users.colleague.id],
    ]);
    const context = {
      userId: users.admin.id,
      now: clock.now(),
      idOfName: (name: string) => idByName.get(name) ?? null,
    };
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const { filters } = parseSearch(text);
        const expected = made
          .filter((ticket) => matchesFilters(ticket, filters, context))
          .map(({ id }) => id);
        expect((await idsOf(desk, users.admin, text)).toSorted((a, b) => a - b)).toEqual(expected);
      }),
    );
  });
});
