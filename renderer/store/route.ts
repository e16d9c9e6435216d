import type { ViewKey } from '#shared/model/view.ts';
import { isViewKey } from './view-key.ts';

/** What a window shows, as its address says: `#/mine` or `#/mine/0193…`. */
export interface Route {
  view: ViewKey;
  ticketUid: string | null;
}

const uidPattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The route of an address's hash; whatever is not one leads to the first view. */
export function parseRoute(hash: string): Route {
  const [view = '', ticketUid] = hash.replace(/^#?\/?/, '').split('/');
  return {
    view: isViewKey(view) ? view : 'mine',
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

/** What a colleague opens the view with. */
export function viewLink(view: ViewKey, { origin, protocol }: Pick<Location, 'origin' | 'protocol'>): string {
  return protocol.startsWith('http')
    ? `${origin}/${formatRoute({ view, ticketUid: null })}`
    : `waypost://view/${view}`;
}
