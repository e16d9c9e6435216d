import { expect, it } from 'vitest';
import { formatRoute, parseRoute } from './route.ts';
import { keyOfSaved } from './view-key.ts';
import { uidOf } from '../ui/tickets/test-rows.ts';

it('reads back the address it wrote', () => {
  const route = { view: 'waiting', ticketUid: uidOf(4) } as const;
  expect(parseRoute(formatRoute(route))).toEqual(route);
  expect(parseRoute(formatRoute({ view: 'open', ticketUid: null }))).toEqual({
    view: 'open',
    ticketUid: null,
  });
});

it('knows saved views by their uid', () => {
  const view = keyOfSaved(uidOf(7));
  expect(parseRoute(formatRoute({ view, ticketUid: null }))).toEqual({ view, ticketUid: null });
});

it.each(['', '#', '#/view-x', '#/nowhere', '#/mine/not-a-uid', '#/mine/../x'])(
  'leads %j to the first view',
  (hash) => {
    expect(parseRoute(hash)).toEqual({ view: 'mine', ticketUid: null });
  },
);
