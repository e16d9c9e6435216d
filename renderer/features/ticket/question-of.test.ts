import { expect, it } from 'vitest';
import { messageRow, ticketRow } from '../../ui/tickets/test-rows.ts';
import { questionOf } from './question-of.ts';

const said = (number: number, text: string, fields = {}) => ({
  row: messageRow(number, { text, sender_type: 'user', ...fields }),
  delivery: 'delivered' as const,
});

it('asks what the customer said last, without the words that say nothing', () => {
  const ticket = ticketRow({ subject: 'My refund', description: 'Hello, the invoice is wrong.' });
  expect(questionOf({ ticket, messages: [] })).toBe('refund invoice wrong');
  const messages = [
    said(1, 'I want it back'),
    said(2, 'Where is my parcel?'),
    said(3, 'Charged twice', { sender_type: 'agent' }),
    said(4, 'Lost it', { visibility: 'staff' }),
  ];
  expect(questionOf({ ticket, messages })).toBe('refund parcel');
});

it('asks nothing of a text without a meaning', () => {
  const ticket = ticketRow({ subject: 'Спасибо, пожалуйста', description: 'Здравствуйте! Это я' });
  expect(questionOf({ ticket, messages: [] })).toBe('');
});
