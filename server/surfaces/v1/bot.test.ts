import { expect, test } from 'vitest';
import BetterSqlite3 from 'better-sqlite3';
import { createTestMessengers } from '../../testing/test-messengers.ts';

test('how the bot does, by day, by channel and by what answered, and what the FAQ lacks', async () => {
  await using at = await createTestMessengers();
  const { services, users, clock, file } = at.desk.node;
  const faq = {
    question: 'How long does a refund take?',
    answer: 'Three days.',
    category: 'Payment',
    tags: [],
  };
  const { id: faqId } = (await services.knowledge.create(users.admin, faq)) ?? { id: 0 };
  const report = async () => {
    const { body } = await at.desk.ask('GET', '/admin/bot/report?days=2', { as: 'admin' });
    return (body as { data: object }).data;
  };
  expect(await report()).toMatchObject({ queries: 0, escalation_rate: 0, avg_confidence: null, by_day: [] });

  await at.byTelegram(1, 'How long does a refund take?');
  await at.settle();
  clock.advance(86_400_000);
  for (const text of ['Zithers?', 'zithers?', 'yes']) {
    await at.byWhatsApp('4915112345', text);
    await at.settle();
  }
  const day = (offsetMs: number): string => new Date(clock.now() + offsetMs).toISOString().slice(0, 10);
  expect(await report()).toEqual({
    since: expect.any(String),
    queries: 4,
    conversations: 2,
    escalated: 1,
    escalation_rate: 25,
    avg_confidence: 0.5,
    avg_response_ms: expect.any(Number),
    by_day: [
      { day: day(-86_400_000), queries: 1, escalated: 0 },
      { day: day(0), queries: 3, escalated: 1 },
    ],
    by_channel: [
      { channel: 'telegram', queries: 1, conversations: 1, escalated: 0 },
      { channel: 'whatsapp', queries: 3, conversations: 1, escalated: 1 },
    ],
    by_source: [
      { answered_by: 'nobody', queries: 3 },
      { answered_by: 'faq', queries: 1 },
    ],
    top_answers: [{ faq_id: faqId, question: faq.question, times: 1 }],
    unanswered: [{ query: 'zithers?', times: 2 }],
  });
  clock.advance(86_400_000 + 1);
  expect(await report()).toMatchObject({ queries: 3 });
  const connection = new BetterSqlite3(file, { readonly: true });
  const plan = connection
    .prepare('EXPLAIN QUERY PLAN SELECT count(*) FROM chat_log WHERE created_at >= 1')
    .all();
  connection.close();
  expect(JSON.stringify(plan)).toContain('chat_log_created');
});
