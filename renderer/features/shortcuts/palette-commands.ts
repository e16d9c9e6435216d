import { departments } from '#shared/model/department.ts';
import { priorities } from '#shared/model/priority.ts';
import { canonicalTransitions } from '#shared/model/status.ts';
import type { TicketRow } from '#shared/model/ticket.ts';
import type { ConsoleState } from '../../store/console-state.ts';
import { assignable } from '../../store/people.ts';
import { categoryWord, priorityWord, statusWord, ticketNumber } from '../../ui/tickets/words.ts';
import { fuzzyFiltered } from './fuzzy.ts';
import { shortcuts, type ShortcutTarget } from './shortcut-table.ts';

export interface Command {
  group: 'Ticket' | 'Go to' | 'App';
  label: string;
  /** The key that does the same, so that using the palette teaches it. */
  keys?: string;
  run: (target: ShortcutTarget) => void;
}

/** What the shortcuts do, under the same names and with their keys. */
function shortcutCommands({ detail, undoable }: ConsoleState): Command[] {
  return shortcuts
    .filter(({ group, isPalette }) => group !== 'List' && isPalette !== true)
    .filter(({ group }) => group !== 'Ticket' || detail !== null)
    .filter(({ does, keys }) => keys !== '' && (does !== 'Undo' || undoable !== null))
    .map(({ group, does, keys, run }) => ({
      group: group === 'List' ? 'App' : group,
      label: group === 'Go to' ? `Go to ${does}` : does,
      keys,
      run: (target) => void run(target),
    }));
}

/** The choices of the open ticket's menus, each by its own name. */
function propertyCommands(ticket: TicketRow): Command[] {
  const command = (label: string, run: (state: ConsoleState) => Promise<void>): Command => ({
    group: 'Ticket',
    label,
    run: ({ state }) => void run(state),
  });
  return [
    ...canonicalTransitions[ticket.status].map((to) =>
      command(`Status: ${statusWord[to]}`, (state) => state.moveStatus(to)),
    ),
    ...priorities
      .filter((priority) => priority !== ticket.priority)
      .map((to) => command(`Priority: ${priorityWord[to]}`, (state) => state.setPriority(to))),
    ...departments
      .filter((category) => category !== ticket.category)
      .map((to) => command(`Category: ${categoryWord[to]}`, (state) => state.setCategory(to))),
  ];
}

function peopleCommands({ people, session }: ConsoleState, ticket: TicketRow): Command[] {
  const myId = session?.state === 'signed_in' ? session.user.id : -1;
  const others = assignable(people, myId, '').filter(({ id }) => id !== myId && id !== ticket.assignee_id);
  const give = (label: string, id: number | null): Command => ({
    group: 'Ticket',
    label,
    run: ({ state }) => void state.assign(id),
  });
  return [
    ...others.map(({ full_name, id }) => give(`Assign to ${full_name}`, id)),
    ...(ticket.assignee_id === null ? [] : [give('Assign to nobody', null)]),
  ];
}

const appCommands: readonly Command[] = [
  {
    group: 'App',
    label: 'Connection and unsent changes',
    run: ({ state }) => state.setConnectionPanelOpen(true),
  },
  { group: 'App', label: 'Sign out', run: ({ state }) => void state.startSignOut() },
];

/** Everything that can be done now: the open ticket first, then where to go, then the rest. */
export function commandsFor(state: ConsoleState, themes: readonly Command[]): Command[] {
  const ticket = state.detail?.ticket;
  const own = shortcutCommands(state);
  return [
    ...own.filter(({ group }) => group === 'Ticket'),
    ...(ticket === undefined ? [] : [...propertyCommands(ticket), ...peopleCommands(state, ticket)]),
    ...own.filter(({ group }) => group === 'Go to'),
    ...own.filter(({ group }) => group === 'App'),
    ...appCommands,
    ...themes,
  ];
}

/** What the typed text leads to: a ticket by its number, the commands that fit, and the search for whatever else. */
export function commandsMatching(commands: readonly Command[], text: string): Command[] {
  const words = text.trim();
  const number = /^#?(\d{1,15})$/.exec(words)?.[1];
  const jump: Command = {
    group: 'Go to',
    label: `Open ticket ${ticketNumber(Number(number))}`,
    run: ({ state, go }) => void openByNumber(state, go, Number(number)),
  };
  const search: Command = {
    group: 'Go to',
    label: `Search tickets for “${words}”`,
    run: ({ state }) => {
      void state.search(words);
      state.startSearch();
    },
  };
  const fitting = fuzzyFiltered(commands, words);
  return [...(number === undefined ? [] : [jump]), ...fitting, ...(words === '' ? [] : [search])];
}

async function openByNumber(state: ConsoleState, go: ShortcutTarget['go'], id: number): Promise<void> {
  const uid = await state.findTicket(id);
  if (uid === null) state.notify(`${ticketNumber(id)} is not on this computer`, 'problem');
  else go(state.view, uid);
}
