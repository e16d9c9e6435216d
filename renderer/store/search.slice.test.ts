import { expect, it } from 'vitest';
import type { Found } from '#shared/protocol/ipc.ts';
import { ticketRow } from '../ui/tickets/test-rows.ts';
import { isSearchable } from './search.slice.ts';
import { createDesk } from './test-bridge.ts';

const found = (id: number): Found => ({
  hits: [{ ticket: ticketRow({ id }), subject: [], requester: [], excerpt: [] }],
  is_complete: true,
});

it('asks for words and numbers, not for one letter', () => {
  expect(['', ' ', 'a', '#', ' b '].filter(isSearchable)).toEqual([]);
  expect(['7', '#7', 'ab', 'a b'].filter(isSearchable)).toHaveLength(4);
});

it('shows what belongs to the last letter, whatever answers first', async () => {
  const slow = Promise.withResolvers<Found>();
  const { store } = createDesk({
    'tickets.search': ({ text }) => (text === 'ca' ? slow.promise : found(2)),
  });
  const first = store.getState().search('ca');
  await store.getState().search('car');
  slow.resolve(found(1));
  await first;
  expect(store.getState().found?.hits[0]?.ticket.id).toBe(2);
});

it('says why there is no answer, and forgets it with the text', async () => {
  const { store } = createDesk({});
  await store.getState().search('card');
  expect(store.getState().searchProblem).toBe('No answer here');
  await store.getState().search('');
  expect(store.getState()).toMatchObject({ found: null, searchProblem: null });
});
