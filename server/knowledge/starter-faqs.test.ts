import { expect, test } from 'vitest';
import { createTestDesk } from '../testing/test-desk.ts';
import { starterFaqs } from './starter-faqs.ts';

test('a new desk begins with a few answers, and what it has written is left alone', async () => {
  await using desk = await createTestDesk();
  const { knowledge } = desk.services;
  await knowledge.seed(starterFaqs);
  await knowledge.create(desk.users.admin, {
    question: 'Who are you?',
    answer: 'We.',
    category: 'Us',
    tags: [],
  });
  await knowledge.seed(starterFaqs);
  expect(await knowledge.list({})).toHaveLength(starterFaqs.length + 1);
  const categories = new Set((await knowledge.list({})).map(({ category }) => category));
  for (const category of ['Damaged', 'Lost', 'Late', 'Quality', 'Other']) {
    expect(categories).toContain(category);
  }
});

test.each([
  ['my parcel is broken and damaged', 'What if my package arrived damaged?'],
  ['I forgot my password', 'How do I reset my password?'],
])('“%s” is answered', async (question, expected) => {
  await using desk = await createTestDesk();
  await desk.services.knowledge.seed(starterFaqs);
  expect((await desk.services.knowledge.findAnswer(question))?.faq.question).toBe(expected);
});
