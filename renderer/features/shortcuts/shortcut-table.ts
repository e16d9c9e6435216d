import { canonicalTransitions } from '#shared/model/status.ts';
import { viewIds, type ViewId } from '#shared/model/view.ts';
import { words } from '../../ui/i18n/i18n.ts';
import type { shortcutsEn } from '../../ui/i18n/words/shortcuts.en.ts';
import { viewWord } from '../../ui/tickets/words.ts';
import type { ConsoleState } from '../../store/console-state.ts';
import type { TicketAction } from '../../store/ticket-action.ts';

/** What a shortcut may do: the store's verbs, and moving to another address. */
export interface ShortcutTarget {
  state: ConsoleState;
  go: (view: ViewId, ticketUid: string | null) => void;
}

/** Names a shortcut for good: for its words, and for the keys that its user gives it. */
export type ShortcutId = keyof typeof shortcutsEn.does | ViewId;

export type ShortcutGroup = 'list' | 'ticket' | 'go' | 'app';

export interface Shortcut {
  id: ShortcutId;
  /** The physical key (`KeyboardEvent.code`), so that it is in the same place on every keyboard layout. */
  code: string;
  /** Control, or Command on a Mac. */
  hasControl?: boolean;
  hasShift?: boolean;
  /** Means something else in a text that is being written, and is left to it there. */
  isTexts?: boolean;
  /** Opens the palette itself, which does not offer it. */
  isPalette?: boolean;
  /** As shown in the list; empty for those that share a line with another. */
  keys: string;
  group: ShortcutGroup;
  /** Answers false when it had nothing to do, so that the key keeps its usual meaning. */
  run: (target: ShortcutTarget) => boolean;
}

function isView(id: ShortcutId): id is ViewId {
  return (viewIds as readonly ShortcutId[]).includes(id);
}

/** What a shortcut does, in words. */
export function doesText({ id }: Pick<Shortcut, 'id'>): string {
  return isView(id) ? viewWord(id) : words(`shortcuts:does.${id}`);
}

function onTicket(run: (state: ConsoleState) => void): Shortcut['run'] {
  return ({ state }) => {
    if (state.detail === null) return false;
    run(state);
    return true;
  };
}

/** For the selection while there is one, otherwise for the open ticket. */
function onTickets(run: (state: ConsoleState, isSelection: boolean) => void): Shortcut['run'] {
  return ({ state }) => {
    const isSelection = state.selectedUids.size > 0;
    if (!isSelection && state.detail === null) return false;
    run(state, isSelection);
    return true;
  };
}

function act(state: ConsoleState, isSelection: boolean, action: TicketAction): void {
  void (isSelection ? state.actOnSelected(action) : state.act(action));
}

function openingMenu(menu: 'status' | 'assignee' | 'priority'): Shortcut['run'] {
  return onTickets((state, isSelection) => state.setOpenMenu(isSelection ? `bulk-${menu}` : menu));
}

/** Works while the ticket is still being read, too: hands are faster than disks. */
function writing(mode: 'reply' | 'note'): Shortcut['run'] {
  return ({ state }) => {
    if (state.openUid === null) return false;
    state.startWriting(mode);
    return true;
  };
}

const listShortcuts: Shortcut[] = [
  { code: 'KeyJ', keys: 'J', group: 'list', id: 'next', run: ({ state }) => state.moveHighlight(1) },
  {
    code: 'KeyK',
    keys: 'K',
    group: 'list',
    id: 'previous',
    run: ({ state }) => state.moveHighlight(-1),
  },
  {
    code: 'Enter',
    keys: 'Enter',
    group: 'list',
    id: 'open',
    run: ({ state, go }) => {
      if (state.highlightedUid === null) return false;
      go(state.view, state.highlightedUid);
      return true;
    },
  },
  {
    code: 'Escape',
    keys: 'Esc',
    group: 'list',
    id: 'back',
    run: ({ state, go }) => {
      if (state.selectedUids.size > 0) {
        state.clearSelection();
        return true;
      }
      if (state.openUid === null) return false;
      go(state.view, null);
      return true;
    },
  },
  {
    code: 'KeyX',
    keys: 'X',
    group: 'list',
    id: 'select',
    run: ({ state }) => {
      const uid = state.highlightedUid ?? state.openUid;
      if (uid === null) return false;
      state.toggleSelected(uid);
      return true;
    },
  },
  {
    code: 'KeyJ',
    hasShift: true,
    keys: 'Shift+J',
    group: 'list',
    id: 'select_next',
    run: ({ state }) => state.extendSelection(1),
  },
  {
    code: 'KeyK',
    hasShift: true,
    keys: 'Shift+K',
    group: 'list',
    id: 'select_previous',
    run: ({ state }) => state.extendSelection(-1),
  },
  {
    code: 'KeyA',
    hasControl: true,
    isTexts: true,
    keys: 'Ctrl+A',
    group: 'list',
    id: 'select_all',
    run: ({ state }) => state.selectShown(),
  },
];

const ticketShortcuts: Shortcut[] = [
  {
    code: 'KeyR',
    keys: 'R',
    group: 'ticket',
    id: 'reply',
    run: writing('reply'),
  },
  {
    code: 'KeyN',
    keys: 'N',
    group: 'ticket',
    id: 'note',
    run: writing('note'),
  },
  {
    code: 'KeyE',
    keys: 'E',
    group: 'ticket',
    id: 'resolve',
    run: onTickets((state, isSelection) => {
      const status = state.detail?.ticket.status;
      const canResolve = status !== undefined && canonicalTransitions[status].includes('resolved');
      if (isSelection || canResolve) act(state, isSelection, { kind: 'status', to: 'resolved' });
    }),
  },
  {
    code: 'KeyI',
    keys: 'I',
    group: 'ticket',
    id: 'assign_me',
    run: onTickets((state, isSelection) => {
      if (state.session?.state === 'signed_in') {
        act(state, isSelection, { kind: 'assign', to: state.session.user.id });
      }
    }),
  },
  {
    code: 'KeyA',
    keys: 'A',
    group: 'ticket',
    id: 'assign',
    run: openingMenu('assignee'),
  },
  {
    code: 'KeyS',
    keys: 'S',
    group: 'ticket',
    id: 'status',
    run: openingMenu('status'),
  },
  {
    code: 'KeyP',
    keys: 'P',
    group: 'ticket',
    id: 'priority',
    run: openingMenu('priority'),
  },
  {
    code: 'Period',
    hasControl: true,
    keys: 'Ctrl+.',
    group: 'ticket',
    id: 'context',
    run: onTicket((state) => state.toggleContext()),
  },
];

const undoShortcuts: Shortcut[] = ([{}, { hasControl: true, isTexts: true }] as const).map((fields) => ({
  code: 'KeyZ',
  ...fields,
  keys: 'hasControl' in fields ? '' : 'Z',
  group: 'ticket',
  id: 'undo',
  run: ({ state }) => {
    if (state.undoable === null) return false;
    void state.undo();
    return true;
  },
}));

const viewShortcuts: Shortcut[] = viewIds.map((view, index) => ({
  code: `Digit${index + 1}`,
  keys: String(index + 1),
  group: 'go',
  id: view,
  run: ({ go }) => {
    go(view, null);
    return true;
  },
}));

const appShortcuts: Shortcut[] = [
  {
    code: 'KeyC',
    keys: 'C',
    group: 'app',
    id: 'new_ticket',
    run: ({ state }) => {
      state.startTicket();
      return true;
    },
  },
  {
    code: 'KeyK',
    hasControl: true,
    isPalette: true,
    keys: 'Ctrl+K',
    group: 'app',
    id: 'palette',
    run: ({ state }) => {
      state.setPaletteOpen(true);
      return true;
    },
  },
  {
    code: 'Slash',
    keys: '/',
    group: 'app',
    id: 'search',
    run: ({ state }) => {
      state.startSearch();
      return true;
    },
  },
  {
    code: 'Slash',
    hasShift: true,
    keys: '?',
    group: 'app',
    id: 'help',
    run: ({ state }) => {
      state.setHelpOpen(true);
      return true;
    },
  },
];

/** Every shortcut of the console. Sending is the composer's own: Ctrl+Enter. */
export const shortcuts: readonly Shortcut[] = [
  ...listShortcuts,
  ...ticketShortcuts,
  ...undoShortcuts,
  ...viewShortcuts,
  ...appShortcuts,
];
