import { profileColumns } from '../model/columns.ts';
import type { DeskItem } from '../model/item.ts';
import { viewTextFields } from '../model/view-filter.ts';
import type { ListedView } from '../protocol/desk-items.ts';
import type { ConsoleCall, ConsoleResult, consoleCalls } from '../protocol/ipc.ts';
import { listSameCustomer, listTags } from './choice-queries.ts';
import { searchFaqs } from './faq-search.ts';
import { listItems } from './item-queries.ts';
import { isIndexed, type SearchIndex } from './search-index.ts';
import { findUidById, listTickets } from './ticket-queries.ts';
import { listBareIn, type TicketReads } from './ticket-reads.ts';
import { searchTickets } from './ticket-search.ts';
import type { ReplicaDb } from './tables.ts';

export type ParsedArgs<Call extends ConsoleCall> = ReturnType<(typeof consoleCalls)[Call]['args']['parse']>;
/** What answers each call; arguments were parsed by its contract. */
export type Handlers<Calls extends ConsoleCall = ConsoleCall> = {
  [Call in Calls]: (args: ParsedArgs<Call>) => Promise<ConsoleResult<Call>>;
};

export interface ReadCallsDeps {
  db: ReplicaDb;
  reads: TicketReads;
  index: SearchIndex;
  /** The last change that is on its way to the node. */
  sentUpTo: () => number;
  /** Somebody has opened these tickets, and a part of their conversation is missing. */
  fetchConversations: (ticketUids: readonly string[]) => void;
  /** Asks the node for a ticket that is not held here. */
  fetchTicket: (uid: string) => Promise<void>;
}

const asksForText = (item: DeskItem): boolean =>
  item.kind === 'view' &&
  item.body.conditions.some(({ field }) => (viewTextFields as readonly string[]).includes(field));

/** The calls that look at what is held here; one of them asks the node for what is not. */
export function createReadCalls(deps: ReadCallsDeps) {
  const { db, reads, index, sentUpTo, fetchConversations, fetchTicket } = deps;
  /** Views that people write may ask for texts: what was written just now is among them. */
  const settled = async (view: ListedView): Promise<void> => {
    if (typeof view !== 'string') await index.settle();
  };
  return {
    'views.counts': () => reads.counts(),
    'views.savedCounts': async () => {
      if ((await listItems(db, 'view')).some(asksForText)) await index.settle();
      return reads.savedCounts();
    },
    'views.count': async ({ view }) => {
      await settled(view);
      return reads.count(view);
    },
    'tickets.list': async ({ view, after, limit }) => {
      await settled(view);
      return reads.list(view, { after, limit });
    },
    'tickets.get': async ({ uid }) => {
      const detail = await reads.get(uid, sentUpTo());
      if (detail !== null) fetchConversations(listBareIn(detail));
      return detail;
    },
    'tickets.fetch': async ({ uid }) => {
      if ((await listTickets(db, [uid])).length === 0) await fetchTicket(uid);
      return (await listTickets(db, [uid])).length > 0;
    },
    'tickets.rows': ({ uids }) => listTickets(db, uids),
    'tickets.sameCustomer': ({ uid }) => listSameCustomer(db, uid),
    'tags.list': () => listTags(db),
    'tickets.find': ({ id }) => findUidById(db, id),
    'tickets.search': async ({ text, limit }) => {
      await index.settle();
      return {
        ...(await searchTickets(db, text, { limit, ...reads.reader })),
        is_complete: await isIndexed(db),
      };
    },
    'items.list': ({ kind }) => listItems(db, kind),
    'faqs.search': ({ text, limit }) => searchFaqs(db, text, limit),
    'people.list': () => db.selectFrom('profile').select(profileColumns).orderBy('full_name').execute(),
  } satisfies Partial<Handlers>;
}
