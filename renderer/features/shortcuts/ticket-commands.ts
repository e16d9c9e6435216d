import { canonicalTransitions, type Status } from '#shared/model/status.ts';
import type { ConsoleState } from '../../store/console-state.ts';
import type { PropertyName } from '../../store/shell-state.ts';
import { neighbourUid } from '../../store/list-pages.ts';
import { isContextShown } from '../../store/shell.slice.ts';
import { ticketLink } from '../../store/route.ts';
import { isFollowedBy, type TicketAction } from '../../store/ticket-action.ts';
import { copyText } from '../../ui/copy-text.ts';
import { focusMessage } from '../../ui/focus-message.ts';
import { words } from '../../ui/i18n/i18n.ts';
import { ticketNumber } from '../../ui/tickets/words.ts';
import type { Command, CommandTarget } from './command.ts';

function onTicket(run: (state: ConsoleState) => void): Command['run'] {
  return ({ state }) => {
    if (state.detail === null) return false;
    run(state);
    return true;
  };
}

/** For the selection while there is one, otherwise for the open ticket. */
function onTickets(run: (target: CommandTarget, isSelection: boolean) => void): Command['run'] {
  return (target) => {
    const isSelection = target.state.selectedUids.size > 0;
    if (!isSelection && target.state.detail === null) return false;
    run(target, isSelection);
    return true;
  };
}

function act(state: ConsoleState, isSelection: boolean, action: TicketAction): void {
  void (isSelection ? state.actOnSelected(action) : state.act(action));
}

function openingMenu(menu: PropertyName): Command['run'] {
  return onTickets(({ state }, isSelection) => {
    // The tags of the open ticket are among its details.
    if (menu === 'tags' && !isSelection && !isContextShown(state)) state.toggleContext();
    state.setOpenMenu(isSelection ? `bulk-${menu}` : menu);
  });
}

/** Moves to a status; nothing where the open ticket cannot go there. */
function moving(to: Status): Command['run'] {
  return onTickets(({ state }, isSelection) => {
    const status = state.detail?.ticket.status;
    const isOpenTo = status !== undefined && canonicalTransitions[status].includes(to);
    if (isSelection || isOpenTo) act(state, isSelection, { kind: 'status', to });
  });
}

/** Like the last ticket that was snoozed here; the first time, it asks. */
const snoozeAgain = onTickets(({ state }, isSelection) => {
  if (state.lastSnooze === null) state.setOpenMenu(isSelection ? 'bulk-snooze' : 'snooze');
  else void state.snooze(state.lastSnooze, isSelection ? 'selected' : 'open');
});

const follow = onTickets(({ state }, isSelection) => {
  if (state.session?.state !== 'signed_in') return;
  const { id } = state.session.user;
  const isFollowing = !isSelection && state.detail !== null && isFollowedBy(state.detail.ticket, id);
  act(state, isSelection, { kind: 'follow', isFollowing: !isFollowing });
});

/** Works while the ticket is still being read, too: hands are faster than disks. */
function writing(mode: 'reply' | 'note'): Command['run'] {
  return ({ state }) => {
    if (mode === 'reply' && state.selectedUids.size > 0) {
      state.setBulkReplyOpen(true);
      return true;
    }
    if (state.openUid === null) return false;
    state.startWriting(mode);
    return true;
  };
}

/** Resolves the open ticket and opens the one below it. */
function resolveNext(target: CommandTarget): boolean {
  const { state, go } = target;
  if (state.detail === null) return false;
  const nextUid = neighbourUid(state.list.items, state.openUid, 1);
  moving('resolved')(target);
  go(state.view, nextUid === state.openUid ? null : nextUid);
  return true;
}

async function copy(state: ConsoleState, text: string): Promise<void> {
  const isCopied = await copyText(text);
  if (isCopied) state.notify(words('shortcuts:copied', { text }));
  else state.notify(words('shortcuts:not_copied'), 'problem');
}

export const ticketCommands: readonly Command[] = [
  { id: 'reply', group: 'ticket', run: writing('reply') },
  { id: 'note', group: 'ticket', run: writing('note') },
  { id: 'resolve', group: 'ticket', run: moving('resolved') },
  { id: 'resolve_next', group: 'ticket', run: resolveNext },
  { id: 'wait', group: 'ticket', run: moving('waiting_user') },
  {
    id: 'assign_me',
    group: 'ticket',
    run: onTickets(({ state }, isSelection) => {
      if (state.session?.state !== 'signed_in') return;
      act(state, isSelection, { kind: 'assign', to: state.session.user.id });
    }),
  },
  { id: 'assign', group: 'ticket', run: openingMenu('assignee') },
  { id: 'status', group: 'ticket', run: openingMenu('status') },
  { id: 'priority', group: 'ticket', run: openingMenu('priority') },
  { id: 'category', group: 'ticket', run: openingMenu('category') },
  { id: 'tags', group: 'ticket', run: openingMenu('tags') },
  { id: 'snooze', group: 'ticket', run: openingMenu('snooze') },
  { id: 'snooze_again', group: 'ticket', run: snoozeAgain },
  { id: 'follow', group: 'ticket', run: follow },
  { id: 'macro', group: 'ticket', run: openingMenu('macro') },
  { id: 'earlier_drafts', group: 'ticket', run: onTicket((state) => state.setOpenMenu('earlier')) },
  { id: 'merge', group: 'ticket', run: onTicket((state) => state.setMergeOpen(true)) },
  { id: 'pop_out', group: 'ticket', isDesktops: true, run: onTicket((state) => void state.popOut()) },
  { id: 'context', group: 'ticket', run: onTicket((state) => state.toggleContext()) },
  { id: 'next_message', group: 'ticket', isUnlisted: true, run: () => focusMessage(1) },
  { id: 'previous_message', group: 'ticket', isUnlisted: true, run: () => focusMessage(-1) },
  {
    id: 'copy_number',
    group: 'ticket',
    run: onTicket((state) => void copy(state, ticketNumber(state.detail?.ticket.id ?? null))),
  },
  {
    id: 'copy_link',
    group: 'ticket',
    run: onTicket((state) => void copy(state, ticketLink(state.openUid ?? '', window.location))),
  },
  {
    id: 'undo',
    group: 'ticket',
    isTexts: true,
    run: ({ state }) => {
      if (state.undoable === null) return false;
      void state.undo();
      return true;
    },
  },
];
