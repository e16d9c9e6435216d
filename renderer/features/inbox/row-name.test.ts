import { expect, it } from 'vitest';
import { listItem, ticketRow } from '../../ui/tickets/test-rows.ts';
import { customerName } from '../../ui/tickets/customer-name.ts';
import { emptyText } from './list-state.tsx';
import { rowDescription, rowName, snippet } from './row-name.ts';

it('names a row by number and subject', () => {
  expect(rowName(listItem(12))).toBe('#12 Cannot pay');
  expect(rowName(listItem(1, { ticket: ticketRow({ id: null }) }))).toBe('#new Cannot pay');
});

it('puts every mark into words', () => {
  const item = listItem(12, { is_unread: true, has_draft: true, pending: 2, conflicts: 1 });
  expect(rowDescription(item)).toBe(
    'from Jane Cooper, Open, priority medium, unread, has a draft, 2 not sent yet, needs you',
  );
});

it('finds the best name of the customer', () => {
  const nameless = { requester_name: '', requester_email: null, phone_number: '+44 20' };
  expect(customerName(ticketRow(nameless))).toBe('+44 20');
});

it('shows the newest message on one line and whose it is', () => {
  const ticket = ticketRow({ last_message_text: 'Hello\n  there', last_message_sender: 'operator' });
  expect(snippet(listItem(1, { ticket }))).toBe('We: Hello there');
  expect(snippet(listItem(1))).toBe('The card is declined.');
});

it('tells good emptiness from other emptiness', () => {
  expect(emptyText('mine', 4)).toEqual({ title: 'All clear', text: '4 tickets wait on others.' });
  expect(emptyText('mine', 0).text).toBe('No open tickets are yours.');
  expect(emptyText('closed', 0).title).toBe('Nothing closed');
});
