import { expect, test } from 'vitest';
import { FaqIndex } from './faq-index.ts';
import type { Faq } from './faq.repo.ts';

const faq = (id: number, question: string, answer = '', tags: string[] = []): Faq => ({
  id,
  question,
  answer,
  category: 'General',
  tags: JSON.stringify(tags),
  is_active: 1,
  created_at: 0,
});

const index = new FaqIndex([
  faq(1, 'How do I reset my password?', 'Use the link on the login page.', ['login']),
  faq(2, 'How do I connect to the VPN?', 'Start the client, then enter your password.'),
  faq(3, 'Where is my invoice?', 'Under Billing in your account.', ['payment']),
  faq(4, 'How do I set up a printer?', 'Choose it in the list of devices.'),
]);

test.each([
  ['forgot to reset passwords', 1],
  ['resetting the password', 1],
  ['vpn connection', 2],
  ['INVOICES', 3],
  ['payment', 3],
  ['Prınter? printer!', 4],
])('%j finds entry %i', (query, id) => {
  expect(index.best(query)?.faq.id).toBe(id);
});

test('confidence is the share of the question that the entry is about', () => {
  expect(index.best('reset password')?.confidence).toBe(1);
  const partly = index.best('my printer smells of burnt cheese')?.confidence ?? 1;
  expect(partly).toBeGreaterThan(0);
  expect(partly).toBeLessThan(0.5);
  expect(index.best('zither')).toBeNull();
  expect(index.best('')).toBeNull();
  expect(new FaqIndex([]).best('password')).toBeNull();
});
