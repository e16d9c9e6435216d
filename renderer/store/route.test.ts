import { expect, it } from 'vitest';
import { formatRoute, parseRoute } from './route.ts';
import { uidOf } from '../ui/tickets/test-rows.ts';

it('reads back the address it wrote', () => {
  const route = { view: 'waiting', ticketUid: uidOf(4) } as const;
  expect(parseRoute(formatRoute(route))).toEqual(route);
  expect(parseRoute(formatRoute({ view: 'open', ticketUid: null }))).toEqual({
    view: 'open',
    ticketUid: null,
  });
});

it.each(['', '#', '#/nowhere', '#/mine/not-a-uid', '#/mine/../x'])('leads %j to the first view', (hash) => {
  expect(parseRoute(hash)).toEqual({ view: 'mine', ticketUid: null });
});
