import { words } from '../ui/i18n/i18n.ts';
import type { NewTicketState } from './new-ticket-state.ts';
import {
  createArgs,
  emptyTicket,
  isUntouched,
  problemsOf,
  splitTicket,
  type NewTicket,
} from './new-ticket.ts';
import { makeChange } from './run-actions.ts';
import type { Slice, SliceContext } from './slice.ts';

/** A ticket that was split off goes back by being merged. */
function offerRejoin({ get }: SliceContext, { origin }: NewTicket, ticketUid: string): void {
  if (origin === null) return;
  const action = { kind: 'merge', into: origin.ticket } as const;
  const base = { status: 'new', assignee_id: null, last_reply_uid: null } as const;
  get().offerUndo({ text: words('new-ticket:split_done'), reversals: [{ ticketUid, action, base }] });
}

export const createNewTicketSlice: Slice<NewTicketState> = (context) => {
  const { newUid, get, set } = context;
  let isCreating = false;

  function department(): string | null {
    const { session } = get();
    return session?.state === 'signed_in' ? session.user.department : null;
  }

  return {
    newTicket: null,
    isNewTicketOpen: false,
    newTicketProblems: {},
    startTicket: () =>
      set({ newTicket: get().newTicket ?? emptyTicket(department()), isNewTicketOpen: true }),
    startSplit: (message) => {
      const { newTicket, detail } = get();
      if (detail === null) return;
      // What somebody wrote is never written over.
      if (newTicket !== null && !isUntouched(newTicket)) {
        set({ isNewTicketOpen: true });
        get().notify(words('new-ticket:busy'), 'problem');
        return;
      }
      const newTicketProblems = {};
      set({ newTicket: splitTicket(detail.ticket, message), isNewTicketOpen: true, newTicketProblems });
    },
    writeTicket: (fields) => {
      const { newTicket, newTicketProblems } = get();
      if (newTicket === null) return;
      const changed = { ...newTicket, ...fields };
      // A problem goes as soon as it is solved; new ones are told when the ticket is to be created.
      const left = problemsOf(changed);
      const told = Object.entries(newTicketProblems).filter(([field]) => field in left);
      set({ newTicket: changed, newTicketProblems: Object.fromEntries(told) });
    },
    leaveTicket: () => set({ isNewTicketOpen: false }),
    discardTicket: () => set({ newTicket: null, isNewTicketOpen: false, newTicketProblems: {} }),
    createTicket: async () => {
      const { newTicket } = get();
      if (newTicket === null || isCreating) return null;
      const newTicketProblems = problemsOf(newTicket);
      set({ newTicketProblems });
      if (Object.keys(newTicketProblems).length > 0) return null;
      isCreating = true;
      const args = createArgs(newTicket, newUid);
      const { problem } = await makeChange(context, { name: 'ticket-create', args });
      isCreating = false;
      if (problem !== null) {
        get().notify(words('new-ticket:not_created', { reason: problem }), 'problem');
        return null;
      }
      get().discardTicket();
      offerRejoin(context, newTicket, args.ticket_uid);
      return args.ticket_uid;
    },
  };
};
