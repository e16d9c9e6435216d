import { departments } from '#shared/model/department.ts';
import { priorities } from '#shared/model/priority.ts';
import { canonicalTransitions } from '#shared/model/status.ts';
import type { TicketRow } from '#shared/model/ticket.ts';
import type { ConsoleState } from '../../store/console-state.ts';
import { assignable } from '../../store/people.ts';
import { words } from '../../ui/i18n/i18n.ts';
import { categoryWord, priorityWord, statusWord, ticketNumber } from '../../ui/tickets/words.ts';
import { fuzzyFiltered } from './fuzzy.ts';
import { doesText, shortcuts, type ShortcutGroup, type ShortcutTarget } from './shortcut-table.ts';

export interface Command {
  group: Exclude<ShortcutGroup, 'list'>;
  label: string;
  /** The key that does the same, so that using the palette teaches it. */
  keys?: string;
  run: (target: ShortcutTarget) => void;
}

/** What the shortcuts do, under the same names and with their keys. */
function shortcutCommands({ detail, undoable }: ConsoleState): Command[] {
  return shortcuts
    .filter(({ group, isPalette }) => group !== 'list' && isPalette !== true)
    .filter(({ group }) => group !== 'ticket' || detail !== null)
    .filter(({ id, keys }) => keys !== '' && (id !== 'undo' || undoable !== null))
    .map((shortcut) => ({
      group: shortcut.group === 'list' ? 'app' : shortcut.group,
      label:
        shortcut.group === 'go'
          ? words('shortcuts:palette.go_to', { view: doesText(shortcut) })
          : doesText(shortcut),
      keys: shortcut.keys,
      run: (target) => void shortcut.run(target),
    }));
}

/** The choices of the open ticket's menus, each by its own name. */
function propertyCommands(ticket: TicketRow): Command[] {
  const command = (label: string, run: (state: ConsoleState) => Promise<void>): Command => ({
    group: 'ticket',
    label,
    run: ({ state }) => void run(state),
  });
  return [
    ...canonicalTransitions[ticket.status].map((to) =>
      command(words('shortcuts:palette.status', { status: statusWord(to) }), (state) =>
        state.act({ kind: 'status', to }),
      ),
    ),
    ...priorities
      .filter((priority) => priority !== ticket.priority)
      .map((to) =>
        command(words('shortcuts:palette.priority', { priority: priorityWord(to) }), (state) =>
          state.act({ kind: 'priority', to }),
        ),
      ),
    ...departments
      .filter((category) => category !== ticket.category)
      .map((to) =>
        command(words('shortcuts:palette.category', { category: categoryWord(to) }), (state) =>
          state.act({ kind: 'category', to }),
        ),
      ),
  ];
}

function peopleCommands({ people, session }: ConsoleState, ticket: TicketRow): Command[] {
  const myId = session?.state === 'signed_in' ? session.user.id : -1;
  const others = assignable(people, myId, '').filter(({ id }) => id !== myId && id !== ticket.assignee_id);
  const give = (label: string, id: number | null): Command => ({
    group: 'ticket',
    label,
    run: ({ state }) => void state.act({ kind: 'assign', to: id }),
  });
  return [
    ...others.map(({ full_name, id }) => give(words('shortcuts:palette.assign', { name: full_name }), id)),
    ...(ticket.assignee_id === null ? [] : [give(words('shortcuts:palette.assign_nobody'), null)]),
  ];
}

const appCommands = (): Command[] => [
  {
    group: 'app',
    label: words('shortcuts:palette.connection'),
    run: ({ state }) => state.setConnectionPanelOpen(true),
  },
  { group: 'app', label: words('shortcuts:palette.sign_out'), run: ({ state }) => void state.startSignOut() },
];

/** Everything that can be done now: the open ticket first, then where to go, then the rest. */
export function commandsFor(state: ConsoleState, settings: readonly Command[]): Command[] {
  const ticket = state.detail?.ticket;
  const own = shortcutCommands(state);
  return [
    ...own.filter(({ group }) => group === 'ticket'),
    ...(ticket === undefined ? [] : [...propertyCommands(ticket), ...peopleCommands(state, ticket)]),
    ...own.filter(({ group }) => group === 'go'),
    ...own.filter(({ group }) => group === 'app'),
    ...appCommands(),
    ...settings,
  ];
}

/** What the typed text leads to: a ticket by its number, the commands that fit, and the search for whatever else. */
export function commandsMatching(commands: readonly Command[], text: string): Command[] {
  const wanted = text.trim();
  const number = /^#?(\d{1,15})$/.exec(wanted)?.[1];
  const jump: Command = {
    group: 'go',
    label: words('shortcuts:palette.open_ticket', { ticket: ticketNumber(Number(number)) }),
    run: ({ state, go }) => void openByNumber(state, go, Number(number)),
  };
  const search: Command = {
    group: 'go',
    label: words('shortcuts:palette.search_for', { text: wanted }),
    run: ({ state }) => {
      void state.search(wanted);
      state.startSearch();
    },
  };
  const fitting = fuzzyFiltered(commands, wanted);
  return [...(number === undefined ? [] : [jump]), ...fitting, ...(wanted === '' ? [] : [search])];
}

async function openByNumber(state: ConsoleState, go: ShortcutTarget['go'], id: number): Promise<void> {
  const uid = await state.findTicket(id);
  if (uid === null) state.notify(words('shortcuts:not_here', { ticket: ticketNumber(id) }), 'problem');
  else go(state.view, uid);
}
