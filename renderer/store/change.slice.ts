import type { MutatorArgs, MutatorName } from '#shared/mutators/registry.ts';
import { mutate } from '../bridge/mutate.ts';
import { refusalText } from '../ui/tickets/refusal-text.ts';
import type { ChangeState } from './console-state.ts';
import { nameOfPerson } from './people.ts';
import type { Slice } from './slice.ts';

export const createChangeSlice: Slice<ChangeState> = ({ bridge, newUid, get }) => {
  /** Acts first; only what was refused at once is worth a word. */
  async function change<Name extends MutatorName>(name: Name, args: MutatorArgs<Name>): Promise<void> {
    const result = await mutate(bridge, name, args);
    if (!result.ok) get().notify(`Not changed: ${result.error.message}`, 'problem');
    else if ('refusal' in result.value) {
      get().notify(
        `Not changed: ${refusalText(result.value.refusal, nameOfPerson(get().people))}`,
        'problem',
      );
    }
  }

  return {
    moveStatus: async (to) => {
      const ticket = get().detail?.ticket;
      if (ticket === undefined) return;
      await change('ticket-status', {
        ticket_uid: ticket.uid,
        activity_uid: newUid(),
        to,
        base: ticket.status,
      });
    },
    setPriority: async (priority) => {
      const ticket = get().detail?.ticket;
      if (ticket === undefined) return;
      await change('ticket-priority', { ticket_uid: ticket.uid, activity_uid: newUid(), priority });
    },
    setCategory: async (category) => {
      const ticket = get().detail?.ticket;
      if (ticket === undefined) return;
      await change('ticket-category', { ticket_uid: ticket.uid, activity_uid: newUid(), category });
    },
    assign: async (assigneeId) => {
      const ticket = get().detail?.ticket;
      if (ticket === undefined) return;
      await change('ticket-assign', {
        ticket_uid: ticket.uid,
        activity_uid: newUid(),
        status_activity_uid: newUid(),
        assignee_id: assigneeId,
        base: ticket.assignee_id,
      });
    },
  };
};
