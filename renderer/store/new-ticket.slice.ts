import { words } from '../ui/i18n/i18n.ts';
import type { NewTicketState } from './new-ticket-state.ts';
import {
  createArgs,
  emptyTicket,
  isUntouched,
  problemsOf,
  splitTicket,
  unsentTicket,
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

/** The ways to begin a ticket: from nothing, out of another one, from one that was not sent. */
function createBeginnings({
  get,
  set,
}: SliceContext): Pick<NewTicketState, 'startTicket' | 'startSplit' | 'editUnsentTicket'> {
  function department(): string | null {
    const { session } = get();
    return session?.state === 'signed_in' ? session.user.department : null;
  }

  /** What somebody wrote is never written over: whether there is any, which is shown then. */
  function isBusy(newTicket: NewTicket | null): boolean {
    if (newTicket === null || isUntouched(newTicket)) return false;
    set({ isNewTicketOpen: true });
    get().notify(words('new-ticket:busy'), 'problem');
    return true;
  }

  const begin = (newTicket: NewTicket): void =>
    set({ newTicket, isNewTicketOpen: true, newTicketProblems: {} });

  return {
    startTicket: () =>
      set({ newTicket: get().newTicket ?? emptyTicket(department()), isNewTicketOpen: true }),
    startSplit: (message) => {
      const { newTicket, detail } = get();
      if (detail === null) return;
      if (!isBusy(newTicket)) begin(splitTicket(detail.ticket, message));
    },
    editUnsentTicket: async ({ id, ticket_uid: uid }) => {
      const [ticket] = await get().readTickets([uid]);
      if (ticket === undefined || isBusy(get().newTicket)) return false;
      const { split_from_uid: fromUid } = ticket;
      const [splitFrom] = fromUid === null ? [] : await get().readTickets([fromUid]);
      if (!(await get().takeBackChange(id, false))) return false;
      begin(unsentTicket(ticket, splitFrom));
      return true;
    },
  };
}

export const createNewTicketSlice: Slice<NewTicketState> = (context) => {
  const { newUid, get, set } = context;
  let isCreating = false;

  return {
    newTicket: null,
    isNewTicketOpen: false,
    newTicketProblems: {},
    ...createBeginnings(context),
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
