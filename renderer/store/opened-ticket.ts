import type { TicketDetail } from '#shared/protocol/ticket-detail.ts';
import { isSaved } from './composer.ts';
import type { ConsoleState } from './console-state.ts';
import { keepSame } from './keep-same.ts';
import { openTicket, type Absence } from './open-ticket.ts';
import { createPeekedTicket } from './peeked-ticket.ts';
import type { SliceContext } from './slice.ts';
import type { TicketState } from './ticket-state.ts';

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

/** What belongs to one open ticket. */
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
} satisfies Partial<ConsoleState>;

/** The ticket that is open, and the one that is likely to be next. */
export function createOpenTicket(
  context: SliceContext,
): Pick<TicketState, 'showTicket' | 'refreshTicket' | 'peekTicket' | 'forgetPeeked'> {
  const { bridge, get, set } = context;
  const peeked = createPeekedTicket(bridge);
  let lastRead = 0;

  function show(read: TicketDetail, revision: number | null): void {
    const detail = keepSame(get().detail, read);
    set({ detail, detailPhase: 'ready', leftTicket: null, keptDraft: null });
    get().loadComposer(detail, revision);
  }

  return {
    showTicket: async (uid) => {
      if (uid === get().openUid) return;
      void get().flushDraft();
      if (uid === null) set({ ...cleared, openUid: null, detailPhase: 'none' });
      else set({ ...cleared, openUid: uid, detailPhase: 'loading', highlightedUid: uid });
      get().tellPresence('resting');
      if (uid === null) return;
      const ahead = peeked.take(uid);
      if (ahead === null) await get().refreshTicket();
      else show(ahead, null);
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
  };
}
