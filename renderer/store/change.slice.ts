import type { Department } from '#shared/model/department.ts';
import type { Priority } from '#shared/model/priority.ts';
import type { Status } from '#shared/model/status.ts';
import type { MutatorArgs, MutatorName } from '#shared/mutators/registry.ts';
import { mutate } from '../bridge/mutate.ts';
import { words } from '../ui/i18n/i18n.ts';
import { refusalText } from '../ui/tickets/refusal-text.ts';
import type { ChangeState } from './console-state.ts';
import { nameOfPerson } from './people.ts';
import type { Slice, SliceContext } from './slice.ts';
import { undoOfAssignee, undoOfPriority, undoOfStatus, type Undo } from './undo.ts';

/** How long a change can be undone: long enough to notice. */
const undoMs = 8000;

/** Makes changes of a ticket, each on top of what its author saw. */
function createChanger({ bridge, newUid, get }: SliceContext) {
  /** Acts first; only what was refused at once is worth a word. @returns whether it was made. */
  async function change<Name extends MutatorName>(name: Name, args: MutatorArgs<Name>): Promise<boolean> {
    const result = await mutate(bridge, name, args);
    if (!result.ok) get().notify(words('desk:not_changed', { reason: result.error.message }), 'problem');
    else if ('refusal' in result.value) {
      const reason = refusalText(result.value.refusal, nameOfPerson(get().people));
      get().notify(words('desk:not_changed', { reason }), 'problem');
    }
    return result.ok && 'id' in result.value;
  }

  function changeStatus(ticket_uid: string, to: Status, base: Status): Promise<boolean> {
    return change('ticket-status', { ticket_uid, activity_uid: newUid(), to, base });
  }

  function changePriority(ticket_uid: string, priority: Priority): Promise<boolean> {
    return change('ticket-priority', { ticket_uid, activity_uid: newUid(), priority });
  }

  function changeAssignee(
    ticket_uid: string,
    assignee_id: number | null,
    base: number | null,
  ): Promise<boolean> {
    const uids = { activity_uid: newUid(), status_activity_uid: newUid() };
    return change('ticket-assign', { ticket_uid, ...uids, assignee_id, base });
  }

  function changeCategory(ticket_uid: string, category: Department): Promise<boolean> {
    return change('ticket-category', { ticket_uid, activity_uid: newUid(), category });
  }

  function takeBack(undo: Undo): Promise<boolean> {
    switch (undo.name) {
      case 'ticket-status':
        return changeStatus(undo.ticketUid, undo.to, undo.base);
      case 'ticket-assign':
        return changeAssignee(undo.ticketUid, undo.to, undo.base);
      case 'ticket-priority':
        return changePriority(undo.ticketUid, undo.to);
    }
  }

  return { changeStatus, changePriority, changeAssignee, changeCategory, takeBack };
}

/** The last change that can be undone, and the toast that says so. */
function createUndoOffer({ after, get, set }: SliceContext) {
  let cancelExpiry: (() => void) | null = null;

  function forget(): void {
    cancelExpiry?.();
    cancelExpiry = null;
    get().dismissUndo();
    set({ undoable: null });
  }

  function offer(undoable: Undo | null): void {
    forget();
    if (undoable === null) return;
    set({ undoable });
    get().notifyUndoable(undoable.text);
    cancelExpiry = after(undoMs, forget);
  }

  return { forget, offer };
}

export const createChangeSlice: Slice<ChangeState> = (context) => {
  const { get } = context;
  const changer = createChanger(context);
  const undoOffer = createUndoOffer(context);

  return {
    undoable: null,
    undo: async () => {
      const { undoable } = get();
      if (undoable === null) return;
      undoOffer.forget();
      if (await changer.takeBack(undoable)) get().notify(words('desk:undone'));
    },
    moveStatus: async (to) => {
      const ticket = get().detail?.ticket;
      if (ticket === undefined) return;
      if (await changer.changeStatus(ticket.uid, to, ticket.status))
        undoOffer.offer(undoOfStatus(ticket, to));
    },
    setPriority: async (priority) => {
      const ticket = get().detail?.ticket;
      if (ticket === undefined) return;
      if (await changer.changePriority(ticket.uid, priority))
        undoOffer.offer(undoOfPriority(ticket, priority));
    },
    setCategory: async (category) => {
      const ticket = get().detail?.ticket;
      if (ticket === undefined) return;
      await changer.changeCategory(ticket.uid, category);
    },
    assign: async (assigneeId) => {
      const ticket = get().detail?.ticket;
      if (ticket === undefined) return;
      if (await changer.changeAssignee(ticket.uid, assigneeId, ticket.assignee_id))
        undoOffer.offer(undoOfAssignee(ticket, assigneeId, nameOfPerson(get().people)));
    },
  };
};
