import { expect, test } from 'vitest';
import { figureCalls } from '#shared/protocol/admin/figures.ts';
import { exportCalls } from '#shared/protocol/admin/exports.ts';
import { conversationCalls } from '#shared/protocol/admin/conversations.ts';
import { macroUsageCall, usedWithinDays } from '#shared/protocol/admin/macros.ts';
import { knowledgeCalls } from '#shared/protocol/admin/knowledge.ts';
import { macroUseCall } from '#shared/protocol/macro-use.ts';
import { itemUsageQuery } from '../../../items/item-use.repo.ts';
import { itRules } from '../../it-support/rules.ts';
import { conversationsQuery } from '../../../bot/conversation-page.repo.ts';
import { usageQuery } from '../../../knowledge/faq-usage.repo.ts';
import { planOf } from '../../../testing/plan-of.ts';
import { createTestAdmin, type TestAdmin } from '../../../testing/test-admin.ts';

const refunds = {
  question: 'When does my refund arrive?',
  answer: 'Refunds arrive within five working days.',
  category: 'payment',
  tags: ['refund', 'money'],
};

const say = ({ node }: TestAdmin, text: string, sessionId?: string) =>
  node.services.bot.answer(
    { text, sessionId, channel: 'web' },
    { actor: node.users.customer, rules: itRules, origin: 'it-support' },
  );

test('an answer is written, changed, switched off, and consoles hear of each change', async () => {
  await using admin = await createTestAdmin();
  const { services } = admin.node;
  const heard: string[] = [];
  const stop = services.feed.subscribe(({ ops }) => heard.push(...ops.map((op) => `${op.op} ${op.ent}`)));
  const { faq } = await admin.ask(knowledgeCalls.create, { body: refunds });
  expect(faq).toMatchObject({ ...refunds, ver: 1, is_active: true, author_name: 'Test admin', answers: 0 });
  const params = { id: faq.id };
  const changed = await admin.ask(knowledgeCalls.update, {
    params,
    body: { ver: 1, answer: 'Refunds arrive within three working days.', tags: [] },
  });
  expect(changed.faq).toMatchObject({ ver: 2, tags: [], question: refunds.question });
  const stale = await admin.refuse(knowledgeCalls.update, { params, body: { ver: 1, question: 'Mine?' } });
  expect(stale).toMatchObject({ status: 409, error: { kind: 'conflict' } });

  const off = await admin.ask(knowledgeCalls.update, { params, body: { ver: 2, is_active: false } });
  expect(off.faq.is_active).toBe(false);
  expect((await services.knowledge.search('When does my refund arrive?', 5)).length).toBe(0);
  const { faqs } = await admin.ask(knowledgeCalls.list);
  expect(faqs.map(({ id, is_active }) => [id, is_active])).toEqual([[faq.id, false]]);
  stop();
  expect(heard.filter((line) => line.endsWith('faq'))).toHaveLength(3);
});

test.each([
  [{ ...refunds, question: ' ' }],
  [{ ...refunds, answer: 'a\0b' }],
  [{ ...refunds, is_active: true }],
  [{ ...refunds, tags: 'refund' }],
])('what is no answer is refused: %j', async (body) => {
  await using admin = await createTestAdmin();
  expect(await admin.refuse(knowledgeCalls.create, { body: body as never })).toMatchObject({ status: 400 });
  expect(await admin.refuse(knowledgeCalls.update, { params: { id: 999 }, body: { ver: 1 } })).toMatchObject({
    status: 404,
  });
});

test('trying a question shows what the bot would say, and how sure it would be', async () => {
  await using admin = await createTestAdmin();
  const { faq } = await admin.ask(knowledgeCalls.create, { body: refunds });
  const tried = await admin.ask(knowledgeCalls.tryOut, { body: { question: 'when will my refund arrive' } });
  expect(tried.hits).toMatchObject([{ id: faq.id, question: refunds.question }]);
  expect(tried.hits[0]?.confidence).toBeGreaterThan(tried.threshold);
  const missed = await admin.ask(knowledgeCalls.tryOut, { body: { question: 'xylophone' } });
  expect(missed.hits).toEqual([]);
});

test('conversations are listed with what went wrong in them, and usage is counted', async () => {
  await using admin = await createTestAdmin();
  const { clock, users } = admin.node;
  const { faq } = await admin.ask(knowledgeCalls.create, { body: refunds });
  const answered = await say(admin, 'When does my refund arrive?');
  clock.advance(60_000);
  const first = await say(admin, 'Do you sell xylophones?');
  await say(admin, '=HYPERLINK("http://x")', first.session_id);
  const found = async (query: Parameters<typeof conversationCalls.list.query.parse>[0]) =>
    (await admin.ask(conversationCalls.list, { query: query as never })).items.map(({ id }) => id);
  expect(await found({ faq_id: faq.id })).toEqual([answered.session_id]);
  expect(await found({ faq_id: faq.id, since: clock.now() })).toEqual([]);
  expect(await found({ since: clock.now() })).toEqual([first.session_id]);
  expect(await found({ asked: 'do you sell XYLOPHONES?' })).toEqual([first.session_id]);

  const page = await admin.ask(conversationCalls.list, { query: { limit: 1 } });
  expect(page.items).toMatchObject([
    {
      id: first.session_id,
      first_query: 'Do you sell xylophones?',
      turns: 2,
      customer_name: users.customer.full_name,
    },
  ]);
  const next = await admin.ask(conversationCalls.list, { query: { limit: 1, after: page.next ?? '' } });
  expect(next.items).toMatchObject([
    { id: answered.session_id, turns: 1, is_escalated: false, lowest_confidence: answered.confidence },
  ]);
  const handedOver = await admin.ask(conversationCalls.list, { query: { state: 'handed_over' } });
  expect(handedOver.items.map(({ is_escalated }) => is_escalated)).toEqual(handedOver.items.map(() => true));
  const { turns } = await admin.ask(conversationCalls.read, { params: { id: first.session_id } });
  expect(turns.map(({ query }) => query)).toEqual(['Do you sell xylophones?', '=HYPERLINK("http://x")']);
  const nothing = await admin.refuse(conversationCalls.read, { params: { id: 'nobody' } });
  expect(nothing).toMatchObject({ status: 404, error: { kind: 'not_found' } });

  const { faqs } = await admin.ask(knowledgeCalls.list);
  expect(faqs).toMatchObject([
    { id: faq.id, answers: 1, escalated: 0, answered_at: expect.any(Number) as number },
  ]);

  const since = String(clock.now());
  const saved = await admin.get(`${exportCalls.conversations.path}?since=${since}`);
  expect(saved).toMatchObject({ status: 200, type: 'text/csv; charset=utf-8' });
  expect(saved.text.split('\r\n')).toHaveLength(3);
  expect(saved.text).toContain(
    `${first.session_id},web,${users.customer.full_name},Do you sell xylophones?,2,`,
  );
  expect((await admin.get(exportCalls.faqs.path)).text).toContain('"refund, money",true,1,0,');
  expect((await admin.get(`${exportCalls.bot.path}?days=7`)).text).toContain('day,queries,escalated');
});

test('both are read off their indexes', async () => {
  await using admin = await createTestAdmin();
  const { db } = admin.node.services.database;
  expect(planOf(admin.node, usageQuery(db, 5).compile()).join('\n')).toContain('INDEX chat_log_faq');
  const page = { after: { updatedAt: 5, id: 'a' }, limit: 50 };
  const plan = planOf(admin.node, conversationsQuery(db, {}, page).compile());
  expect(plan[0]).toContain('chat_session USING INDEX chat_session_updated');
  expect(plan.join('\n')).not.toContain('TEMP B-TREE FOR ORDER BY');
});

test('uses of macros are counted for whoever may see them, and those of long ago are not', async () => {
  await using admin = await createTestAdmin();
  const { services, users, clock } = admin.node;
  const input = {
    name: 'Refund',
    visibility: 'team',
    department: 'payment',
    body: { text: 'Hello' },
  } as const;
  const made = await services.items.create(users.agent, 'macro', input);
  const item_id = made.kind === 'done' ? made.item.id : 0;
  const params = { item_id };
  const ticket = await admin.node.createTicket();
  const body = { tickets: 1, ticket_uids: [ticket.uid] };
  await admin.ask(macroUseCall, { as: 'agent', params, body });
  await admin.ask(macroUseCall, { as: 'colleague', params, body: { tickets: 3 } });
  const unseen = await admin.refuse(macroUseCall, { as: 'outsider', params, body: { tickets: 1 } });
  expect(unseen.status).toBe(404);
  expect(await admin.ask(macroUsageCall)).toEqual({
    usage: [{ item_id, uses: 2, tickets: 4, used_at: clock.now() }],
  });
  const ofMacro = { query: { macro_id: item_id } };
  expect(await admin.ask(figureCalls.tickets, ofMacro)).toMatchObject({
    total: 1,
    items: [{ id: ticket.id }],
  });
  clock.advance(usedWithinDays * 86_400_000);
  await services.items.use(users.agent, item_id, { tickets: 1, ticket_uids: [] });
  expect(await services.items.usage()).toMatchObject([{ uses: 3, tickets: 5 }]);
  clock.advance(1);
  expect(await services.items.usage()).toMatchObject([{ uses: 1, tickets: 1 }]);
  const behind = await services.figures.tickets({ macro_id: item_id }, { after: null, limit: 1 });
  expect(behind.total).toBe(0);
  const plan = planOf(admin.node, itemUsageQuery(services.database.db, 0).compile());
  expect(plan.join('\n')).toContain('COVERING INDEX item_use_used');
});
