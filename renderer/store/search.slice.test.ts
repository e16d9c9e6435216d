import { describe, expect, it, vi } from 'vitest';
import type { SyncStatus } from '#shared/protocol/sync-status.ts';
import type { Found } from '#shared/protocol/ticket-list.ts';
import type { NodeAnswer, NodeRequest } from '#shared/protocol/node-request.ts';
import { ticketRow, uidOf } from '../ui/tickets/test-rows.ts';
import { nodeQuery } from './node-search.slice.ts';
import { isSearchable } from './search.slice.ts';
import { createDesk, type Desk } from './test-bridge.ts';

const found = (id: number): Found => ({
  hits: [{ ticket: ticketRow({ id }), subject: [], requester: [], excerpt: [] }],
  is_complete: true,
  is_newest_only: false,
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

describe('on the node', () => {
  const parts = (text: string) => [{ text, is_match: true }];
  const nodeHit = (id: number, closedAt: string | null = null) => ({
    uid: uidOf(id),
    ticket: { id, ticket_id: `T${id}`, status: closedAt === null ? 'open' : 'closed', closed_at: closedAt },
    subject: parts('<b>card</b>'),
    requester: [],
    excerpt: [],
  });
  const nothingHere: Found = { hits: [], is_complete: true, is_newest_only: false };
  const answer = (...hits: ReturnType<typeof nodeHit>[]): NodeAnswer => ({
    status: 200,
    body: { success: true, data: { hits, has_more: false, is_complete: true, problems: [] } },
  });
  const live: SyncStatus = {
    connection: { state: 'live', since: 0 },
    queued: 0,
    needs_you: 0,
    unfetched: 0,
    synced_at: 0,
  };
  const askedOf = ({ asked }: Desk) =>
    asked.filter(({ name }) => name === 'node.request').map(({ args }) => (args as NodeRequest).query?.['q']);

  it('goes on by itself when nothing is here, once its author rests', async () => {
    const desk = createDesk({
      'tickets.search': ({ text }) => (text === 'here' ? found(1) : nothingHere),
      'node.request': () => answer(nodeHit(7)),
    });
    const { store, elapse } = desk;
    store.setState({ status: live });
    await store.getState().search('here');
    elapse();
    expect(askedOf(desk)).toEqual([]);
    await store.getState().search('car');
    await store.getState().search('card');
    elapse();
    await vi.waitFor(() => expect(store.getState().nodeSearch?.phase).toBe('ready'));
    expect(askedOf(desk)).toEqual(['card*']);
    expect(store.getState().nodeSearch).toMatchObject({
      found: {
        hits: [{ uid: uidOf(7), ticket: { id: 7, status: 'opened' }, subject: parts('<b>card</b>') }],
      },
    });
    await store.getState().search('cards');
    expect(store.getState().nodeSearch).toBeNull();
  });

  it('is not asked without a network, nor behind a closed panel', async () => {
    const desk = createDesk({ 'tickets.search': () => nothingHere });
    const { store, elapse } = desk;
    await store.getState().search('card');
    elapse();
    store.setState({ status: live });
    await store.getState().search('cards');
    store.getState().closeSearch();
    elapse();
    expect(askedOf(desk)).toEqual([]);
  });

  it('drops an answer to what is no longer looked for, and tells why there is none', async () => {
    const slow = Promise.withResolvers<NodeAnswer>();
    const { store } = createDesk({ 'tickets.search': () => found(1), 'node.request': () => slow.promise });
    await store.getState().search('card');
    const asking = store.getState().searchNode();
    expect(store.getState().nodeSearch).toEqual({ phase: 'searching' });
    await store.getState().search('bank');
    slow.resolve(answer(nodeHit(7)));
    await asking;
    expect(store.getState().nodeSearch).toBeNull();

    const { store: cut } = createDesk({ 'tickets.search': () => found(1) });
    await cut.getState().search('card');
    await cut.getState().searchNode();
    expect(cut.getState().nodeSearch).toMatchObject({ phase: 'failed', error: { kind: 'unavailable' } });
  });

  it.each([
    ['card refu', 'card refu*'],
    ['status:open', 'status:open'],
    ['refund status:open', 'refund status:open'],
    ['"charged twice"', '"charged twice"'],
    ['char*', 'char*'],
    [' #12 ', '#12*'],
  ])('is asked for %s as %s', (text, query) => {
    expect(nodeQuery(text)).toBe(query);
  });
});
