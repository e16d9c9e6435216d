import { viewIds, type ViewId } from '#shared/model/view.ts';

/** What a window shows, as its address says: `#/mine` or `#/mine/0193…`. */
export interface Route {
  view: ViewId;
  ticketUid: string | null;
}

const uidPattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function isViewId(value: string | undefined): value is ViewId {
  return (viewIds as readonly (string | undefined)[]).includes(value);
}

/** The route of an address's hash; whatever is not one leads to the first view. */
export function parseRoute(hash: string): Route {
  const [view, ticketUid] = hash.replace(/^#?\/?/, '').split('/');
  return {
    view: isViewId(view) ? view : 'mine',
    ticketUid: ticketUid !== undefined && uidPattern.test(ticketUid) ? ticketUid : null,
  };
}

export function formatRoute({ view, ticketUid }: Route): string {
  return ticketUid === null ? `#/${view}` : `#/${view}/${ticketUid}`;
}

/** What a colleague opens the ticket with: the page's address, or, from the desktop app, its own kind of link. */
export function ticketLink(uid: string, { origin, protocol }: Pick<Location, 'origin' | 'protocol'>): string {
  return protocol.startsWith('http')
    ? `${origin}/${formatRoute({ view: 'open', ticketUid: uid })}`
    : `waypost://ticket/${uid}`;
}
