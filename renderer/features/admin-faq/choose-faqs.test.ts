import { expect, it } from 'vitest';
import type { UsedFaq } from '#shared/protocol/admin/knowledge.ts';
import { chooseFaqs, everyFaq } from './choose-faqs.ts';

const faq = (fields: Partial<UsedFaq>): UsedFaq => ({
  id: 1,
  ver: 1,
  question: 'When does my refund arrive?',
  answer: 'Within five days.',
  category: 'payment',
  tags: ['money'],
  is_active: true,
  updated_at: 0,
  author_name: null,
  answers: 0,
  answered_at: null,
  escalated: 0,
  ...fields,
});

it('finds by words anywhere, by category and by state', () => {
  const faqs = [faq({}), faq({ id: 2, category: 'loan', is_active: false, question: 'Early repayment?' })];
  const ids = (filter: Partial<typeof everyFaq>) =>
    chooseFaqs(faqs, { ...everyFaq, ...filter }).map(({ id }) => id);
  expect(ids({})).toEqual([1, 2]);
  expect(ids({ text: 'MONEY days refund' })).toEqual([1]);
  expect(ids({ category: 'loan' })).toEqual([2]);
  expect(ids({ state: 'active' })).toEqual([1]);
  expect(ids({ text: 'refund', state: 'inactive' })).toEqual([]);
});
