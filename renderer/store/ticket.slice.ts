import type { Result } from '#shared/protocol/result.ts';
import { ticketLeaseCall } from '#shared/protocol/ticket-lease.ts';
import { failureHere } from '../ui/failure-here.ts';
import { words } from '../ui/i18n/i18n.ts';
import { ticketNumber } from '../ui/tickets/words.ts';
import { askNode } from './ask-node.ts';
import type { TicketState } from './ticket-state.ts';
import { findNextTicket } from './next-ticket.ts';
import { nodeSearchCall } from './node-search-call.ts';
import { createOpenTicket } from './opened-ticket.ts';
import { isSearchable } from './search.slice.ts';
import type { Slice, SliceContext } from './slice.ts';

/** More would not be looked through. */
const foundLimit = 20;

/** Tickets beside the open one. */
function createTicketReads({
  bridge,
  get,
  set,
}: SliceContext): Pick<
  TicketState,
  'findNextTicket' | 'readTickets' | 'findTickets' | 'pastTickets' | 'loadPastTickets'
> {
  return {
    findNextTicket: async () => {
      const { session, detail, notify } = get();
      if (session?.state !== 'signed_in') return null;
      const open = detail?.ticket ?? null;
      const lease = async (ticket_uids: string[]): Promise<Result<string | null>> => {
        const leased = await askNode({ getState: get }, ticketLeaseCall, { body: { ticket_uids } });
        return leased.ok ? { ok: true, value: leased.value.ticket_uid } : leased;
      };
      const found = await findNextTicket(bridge, { user: session.user, open, now: Date.now(), lease });
      if (!found.ok) {
        notify(failureHere(found.error), 'problem');
        return null;
      }
      const { kind, uid } = found.value;
      if (kind === 'none' || kind === 'held' || kind === 'unleased') notify(words(`desk:next.${kind}`));
      return uid;
    },
    readTickets: async (uids) => {
      const result = await bridge.call('tickets.rows', { uids: [...uids] });
      return result.ok ? result.value : [];
    },
    findTickets: async (text) => {
      if (!isSearchable(text)) return [];
      const result = await bridge.call('tickets.search', { text, limit: foundLimit });
      return result.ok ? result.value.hits.map(({ ticket }) => ticket) : [];
    },
    pastTickets: null,
    loadPastTickets: async () => {
      const { openUid } = get();
      if (openUid === null) return;
      const result = await bridge.call('tickets.sameCustomer', { uid: openUid });
      if (result.ok && openUid === get().openUid) set({ pastTickets: result.value });
    },
  };
}

export const createTicketSlice: Slice<TicketState> = (context) => {
  const { bridge, get, set } = context;
  return {
    openUid: null,
    detail: null,
    detailPhase: 'none',
    leftTicket: null,
    keptDraft: null,
    discardKeptDraft: async () => {
      const { keptDraft } = get();
      if (keptDraft === null) return;
      const { ticket_uid, mode, seen_reply_uid } = keptDraft;
      const saved = await bridge.call('drafts.save', { ticket_uid, mode, seen_reply_uid, text: '' });
      if (saved.ok) set({ keptDraft: null });
    },
    ...createOpenTicket(context),
    ...createTicketReads(context),
    findTicket: async (id) => {
      const held = await bridge.call('tickets.find', { id });
      if (!held.ok || held.value !== null) return held.ok ? held.value : null;
      const question = { query: { q: ticketNumber(id), limit: 1 } };
      const found = await askNode({ getState: get }, nodeSearchCall, question);
      const hit = found.ok ? found.value.hits.find(({ ticket }) => ticket.id === id) : undefined;
      return hit?.uid ?? null;
    },
    markSeen: async () => {
      const { openUid } = get();
      if (openUid !== null) await bridge.call('tickets.markSeen', { uid: openUid });
    },
  };
};
