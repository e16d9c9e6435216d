import { expect, test, vi } from 'vitest';
import type { ViewFilter } from '#shared/model/view-filter.ts';
import { createLiveDesk, settings } from '../testing/live-desk.ts';
import type { TestConsole } from '../testing/test-console.ts';

const namesOn = async (console: TestConsole, kind: 'macro' | 'view' = 'macro'): Promise<string[]> =>
  (await console.call('items.list', { kind })).map(({ name }) => name);

const shows = (console: TestConsole, names: string[]): Promise<void> =>
  vi.waitFor(async () => expect(await namesOn(console)).toEqual(names), settings);

test('a macro is on the consoles of those who may see it, wherever it goes', async () => {
  await using desk = await createLiveDesk();
  const { superAdmin, agent, outsider } = desk.users;
  const { items } = desk.services;
  const input = { name: 'Greeting', visibility: 'all', body: { text: 'Hello {{customer.name}}' } } as const;
  const made = await items.create(superAdmin, 'macro', input);
  if (made.kind === 'refused') throw new Error(made.refusal);
  const agents = await desk.open(agent.username);
  const others = await desk.open(outsider.username);
  expect(await agents.call('items.list', { kind: 'macro' })).toEqual([made.item]);
  let told = 0;
  agents.replica.on('records', () => (told += 1));

  await items.update(superAdmin, 'macro', made.item.id, { visibility: 'team', department: 'payment' });
  await shows(others, []);
  expect(await namesOn(agents)).toEqual(['Greeting']);
  await items.update(superAdmin, 'macro', made.item.id, { visibility: 'all', name: 'Welcome' });
  await Promise.all([shows(agents, ['Welcome']), shows(others, ['Welcome'])]);
  await items.remove(superAdmin, 'macro', made.item.id);
  await Promise.all([shows(agents, []), shows(others, [])]);
  expect(told).toBeGreaterThan(0);
});

test('what changed while a console was away is there when it is back, and what it may not see is not', async () => {
  await using desk = await createLiveDesk();
  const { superAdmin, agent, colleague } = desk.users;
  const { items, users } = desk.services;
  const agents = await desk.open(agent.username);
  agents.cut();
  const body = { text: 'Hello' };
  await items.create(agent, 'macro', { name: 'Mine', visibility: 'own', body });
  await items.create(colleague, 'macro', { name: 'Theirs', visibility: 'own', body });
  await items.create(colleague, 'macro', { name: 'Team', visibility: 'team', body });
  agents.mend();
  await shows(agents, ['Mine', 'Team']);
  expect(agents.received.join('')).not.toContain('Theirs');

  await users.update(superAdmin, agent.id, { department: 'loan' });
  await shows(agents, ['Mine']);
});

test('a saved view lists and counts what is held, by any field', async () => {
  await using desk = await createLiveDesk();
  const { agent } = desk.users;
  const late = await desk.createTicket({ subject: 'Refund late', assigneeId: agent.id, tags: ['vip'] });
  await desk.createTicket({ subject: 'Refund', assigneeId: agent.id });
  const body: ViewFilter = {
    conditions: [
      { field: 'tags', is: 'any_of', values: ['vip'] },
      { field: 'subject', is: 'contains', value: 'refu' },
    ],
    sort: 'sla_risk',
  };
  const made = await desk.services.items.create(agent, 'view', { name: 'VIPs', visibility: 'own', body });
  if (made.kind === 'refused') throw new Error(made.refusal);
  const agents = await desk.open(agent.username);
  const item = { item: made.item.uid };
  await vi.waitFor(async () => {
    const page = await agents.call('tickets.list', { view: item, after: null, limit: 10 });
    expect(page.items.map(({ ticket }) => ticket.uid)).toEqual([late.uid]);
  }, settings);
  expect(await agents.call('views.savedCounts', {})).toEqual({ [made.item.uid]: 1 });
  const filter = { ...body, conditions: body.conditions.slice(1) };
  expect(await agents.call('views.count', { view: { filter } })).toBe(2);
  // What came just now counts before the index has followed by itself.
  const next = await desk.createTicket({ subject: 'Refund again', assigneeId: agent.id, tags: ['vip'] });
  await vi.waitFor(async () => {
    expect(await agents.call('tickets.rows', { uids: [next.uid] })).toHaveLength(1);
  }, settings);
  expect(await agents.call('views.savedCounts', {})).toEqual({ [made.item.uid]: 2 });
  const gone = await agents.replica.call('tickets.list', {
    view: { item: late.uid },
    after: null,
    limit: 10,
  });
  expect(gone).toMatchObject({ ok: false, error: { kind: 'not_found' } });
});

test('answers are found on the console by a whole message, and by what is typed', async () => {
  await using desk = await createLiveDesk();
  const { superAdmin, agent } = desk.users;
  const { knowledge } = desk.services;
  const agents = await desk.open(agent.username);
  const entries = [
    { question: 'How long does a refund take?', answer: 'Five days.', category: 'payment', tags: ['refund'] },
    { question: 'Как вернуть карту?', answer: 'Закажите новую карту.', category: 'account', tags: [] },
  ];
  for (const entry of entries) await knowledge.create(superAdmin, entry);
  const found = async (text: string): Promise<string[]> =>
    (await agents.call('faqs.search', { text, limit: 5 })).map(({ question }) => question);
  await vi.waitFor(async () => expect(await found('')).toHaveLength(2), settings);
  expect(await found('I still wait for my refunds, it takes so long')).toEqual([entries[0]?.question]);
  expect(await found('карта')).toEqual([entries[1]?.question]);
  expect(await found('???')).toEqual([]);
});
