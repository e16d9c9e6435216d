import { mutate } from '../bridge/mutate.ts';
import { words } from '../ui/i18n/i18n.ts';
import { refusalText } from '../ui/tickets/refusal-text.ts';
import type { NewTicketState } from './console-state.ts';
import { createArgs, emptyTicket, problemsOf } from './new-ticket.ts';
import { nameOfPerson } from './people.ts';
import type { Slice } from './slice.ts';

export const createNewTicketSlice: Slice<NewTicketState> = ({ bridge, newUid, get, set }) => {
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
      const result = await mutate(bridge, { name: 'ticket-create', args });
      isCreating = false;
      if (!result.ok) {
        get().notify(words('new-ticket:not_created', { reason: result.error.message }), 'problem');
        return null;
      }
      if ('refusal' in result.value) {
        const reason = refusalText(result.value.refusal, nameOfPerson(get().people));
        get().notify(words('new-ticket:not_created', { reason }), 'problem');
        return null;
      }
      get().discardTicket();
      return args.ticket_uid;
    },
  };
};
