import type { Result } from '#shared/protocol/result.ts';
import type { TicketDetail } from '#shared/protocol/ticket-detail.ts';
import { ticketLeaseCall } from '#shared/protocol/ticket-lease.ts';
import { failureHere } from '../ui/failure-here.ts';
import { words } from '../ui/i18n/i18n.ts';
import { ticketNumber } from '../ui/tickets/words.ts';
import { askNode } from './ask-node.ts';
import { isSaved } from './composer.ts';
import { keepSame } from './keep-same.ts';
import type { TicketState } from './ticket-state.ts';
import { findNextTicket } from './next-ticket.ts';
import { nodeSearchCall } from './node-search-call.ts';
import { openTicket, type Absence } from './open-ticket.ts';
import { createPeekedTicket } from './peeked-ticket.ts';
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

/** The open ticket is not here: says so, with what was being written on it. */
async function showAbsence({ bridge, get, set }: SliceContext, phase: Absence): Promise<void> {
  const { openUid, detail, leftTicket } = get();
  if (openUid === null) return;
  await get().flushDraft();
  const kept = await bridge.call('drafts.find', { ticket_uid: openUid });
  if (openUid !== get().openUid) return;
  set({
    detail: null,
    composer: null,
    detailPhase: phase,
    leftTicket: detail?.ticket ?? leftTicket,
    keptDraft: kept.ok ? kept.value : null,
  });
}

export const createTicketSlice: Slice<TicketState> = (context) => {
  const { bridge, get, set } = context;
  const peeked = createPeekedTicket(bridge);
  let lastRead = 0;

  function show(read: TicketDetail, revision: number | null): void {
    const detail = keepSame(get().detail, read);
    set({ detail, detailPhase: 'ready', leftTicket: null, keptDraft: null });
    get().loadComposer(detail, revision);
  }

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
    showTicket: async (uid) => {
      if (uid === get().openUid) return;
      void get().flushDraft();
      const cleared = {
        detail: null,
        leftTicket: null,
        keptDraft: null,
        pastTickets: null,
        effects: [],
        composer: null,
        composerProblem: null,
        openMenu: null,
        wantedMode: null,
      };
      if (uid === null) set({ ...cleared, openUid: null, detailPhase: 'none' });
      else set({ ...cleared, openUid: uid, detailPhase: 'loading', highlightedUid: uid });
      get().tellPresence('resting');
      if (uid === null) return;
      const ahead = peeked.take(uid);
      if (ahead !== null) show(ahead, null);
      await get().refreshTicket();
      await get().markSeen();
    },
    refreshTicket: async () => {
      const { openUid, composer, detail, detailPhase } = get();
      if (openUid === null) return;
      // A read that began while something was unsaved may bring an older draft: it must not touch the composer.
      const revision = composer !== null && isSaved(composer) ? composer.revision : null;
      const read = ++lastRead;
      const wasShown = detail?.ticket.uid === openUid || detailPhase === 'left';
      const result = await openTicket(context, openUid, wasShown);
      if (read !== lastRead || openUid !== get().openUid) return;
      if (!result.ok) {
        if (get().detail === null) set({ detailPhase: 'failed' });
        return;
      }
      if (typeof result.value === 'string') {
        await showAbsence(context, result.value);
        return;
      }
      show(result.value, revision);
    },
    peekTicket: (uid) => {
      if (uid !== get().openUid) void peeked.peek(uid);
    },
    forgetPeeked: peeked.forget,
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
