import { departments } from '#shared/model/department.ts';
import { priorities } from '#shared/model/priority.ts';
import { canonicalTransitions } from '#shared/model/status.ts';
import type { TicketRow } from '#shared/model/ticket.ts';
import { isAdmin } from '#shared/model/user.ts';
import { adminSections, formatAdminPlace } from '../../store/admin-place.ts';
import type { ConsoleState } from '../../store/console-state.ts';
import { keyLabel, viewCommandAt } from '../../store/keymap.ts';
import { assignable } from '../../store/people.ts';
import { keyOfSaved, viewKeys } from '../../store/view-key.ts';
import { words } from '../../ui/i18n/i18n.ts';
import { categoryWord, priorityWord, statusWord, ticketNumber } from '../../ui/tickets/words.ts';
import { fuzzyFiltered, isClose } from '../../ui/text/fuzzy.ts';
import { commandText, type CommandGroup, type CommandTarget } from './command.ts';
import { commands } from './commands.ts';

function openAdmin(): void {
  window.location.hash = formatAdminPlace(adminSections[0]);
}

/** Something that the palette offers. */
export interface PaletteChoice {
  group: Exclude<CommandGroup, 'list' | 'composer'>;
  label: string;
  /** The key that does the same, so that using the palette teaches it. */
  keys?: string;
  run: (target: CommandTarget) => void;
}

/** What the keys do, under the same names and with their keys. */
function keyedChoices({ desktop, detail, undoable, selectedUids, keymap }: ConsoleState): PaletteChoice[] {
  const isForTicket = detail !== null || selectedUids.size > 0;
  return commands
    .filter(({ isUnlisted, isDesktops }) => isUnlisted !== true && (isDesktops !== true || desktop !== null))
    .filter(({ group }) => group !== 'ticket' || isForTicket)
    .filter(({ id }) => id !== 'undo' || undoable !== null)
    .map(({ id, group, run }) => ({
      group: group === 'list' || group === 'composer' ? 'app' : group,
      label: group === 'go' ? words('shortcuts:palette.go_to', { view: commandText(id) }) : commandText(id),
      keys: keyLabel(keymap, id),
      run: (target) => void run(target),
    }));
}

/** The choices of the open ticket's menus, each by its own name. */
function propertyChoices(ticket: TicketRow): PaletteChoice[] {
  const choice = (label: string, run: (state: ConsoleState) => Promise<void>): PaletteChoice => ({
    group: 'ticket',
    label,
    run: ({ state }) => void run(state),
  });
  return [
    ...canonicalTransitions[ticket.status].map((to) =>
      choice(words('shortcuts:palette.status', { status: statusWord(to) }), (state) =>
        state.act({ kind: 'status', to }),
      ),
    ),
    ...priorities
      .filter((priority) => priority !== ticket.priority)
      .map((to) =>
        choice(words('shortcuts:palette.priority', { priority: priorityWord(to) }), (state) =>
          state.act({ kind: 'priority', to }),
        ),
      ),
    ...departments
      .filter((category) => category !== ticket.category)
      .map((to) =>
        choice(words('shortcuts:palette.category', { category: categoryWord(to) }), (state) =>
          state.act({ kind: 'category', to }),
        ),
      ),
  ];
}

function peopleChoices({ people, session }: ConsoleState, ticket: TicketRow): PaletteChoice[] {
  const myId = session?.state === 'signed_in' ? session.user.id : -1;
  const others = assignable(people, myId, '').filter(({ id }) => id !== myId && id !== ticket.assignee_id);
  const give = (label: string, id: number | null): PaletteChoice => ({
    group: 'ticket',
    label,
    run: ({ state }) => void state.act({ kind: 'assign', to: id }),
  });
  return [
    ...others.map(({ full_name, id }) => give(words('shortcuts:palette.assign', { name: full_name }), id)),
    ...(ticket.assignee_id === null ? [] : [give(words('shortcuts:palette.assign_nobody'), null)]),
  ];
}

/** What macros do, to the selection while there is one. */
function macroChoices({ macros, selectedUids }: ConsoleState): PaletteChoice[] {
  return macros.map((macro) => ({
    group: 'ticket',
    label: words('shortcuts:palette.macro', { name: macro.name }),
    run: ({ state }) =>
      void (selectedUids.size > 0 ? state.applyMacroToSelected(macro) : state.applyMacro(macro, null)),
  }));
}

/** The saved views, and the way to another one. */
function savedViewChoices({ savedViews, pinnedViewUids, keymap }: ConsoleState): PaletteChoice[] {
  const inOrder = viewKeys(savedViews, pinnedViewUids);
  const choices = savedViews.map(({ uid, name }): PaletteChoice => {
    const view = keyOfSaved(uid);
    const command = viewCommandAt(inOrder.indexOf(view) + 1);
    return {
      group: 'go',
      label: words('shortcuts:palette.go_to', { view: name }),
      keys: command === null ? '' : keyLabel(keymap, command),
      run: ({ go }) => go(view, null),
    };
  });
  return [...choices, { group: 'go', label: words('views:new'), run: ({ state }) => state.editView(null) }];
}

const appChoices = ({ session }: ConsoleState): PaletteChoice[] => [
  ...(session?.state === 'signed_in' && isAdmin(session.user)
    ? [{ group: 'go' as const, label: words('inbox:admin'), run: () => openAdmin() }]
    : []),
  {
    group: 'app',
    label: words('notifications:open'),
    run: ({ state }) => state.setNotificationsOpen(true),
  },
  {
    group: 'app',
    label: words('inbox:compact'),
    run: ({ state }) => state.toggleCompact(),
  },
  {
    group: 'app',
    label: words('shortcuts:palette.connection'),
    run: ({ state }) => state.setConnectionPanelOpen(true),
  },
  { group: 'app', label: words('shortcuts:palette.sign_out'), run: ({ state }) => void state.startSignOut() },
];

/** Everything that can be done now: the open ticket first, then where to go, then the rest. */
export function choicesFor(state: ConsoleState, settings: readonly PaletteChoice[]): PaletteChoice[] {
  const ticket = state.detail?.ticket;
  const own = keyedChoices(state);
  const isForTickets = ticket !== undefined || state.selectedUids.size > 0;
  return [
    ...own.filter(({ group }) => group === 'ticket'),
    ...(isForTickets ? macroChoices(state) : []),
    ...(ticket === undefined ? [] : [...propertyChoices(ticket), ...peopleChoices(state, ticket)]),
    ...own.filter(({ group }) => group === 'go'),
    ...savedViewChoices(state),
    ...own.filter(({ group }) => group === 'app'),
    ...appChoices(state),
    ...settings,
  ];
}

/**
 * What the typed text leads to: a ticket by its number, the commands that fit, what was found of tickets and customers,
 * commands that have the letters somewhere, and the search for whatever else.
 */
export function choicesMatching(
  choices: readonly PaletteChoice[],
  text: string,
  found: readonly PaletteChoice[] = [],
): PaletteChoice[] {
  const wanted = text.trim();
  const number = /^#?(\d{1,15})$/.exec(wanted)?.[1];
  const jump: PaletteChoice = {
    group: 'go',
    label: words('shortcuts:palette.open_ticket', { ticket: ticketNumber(Number(number)) }),
    run: ({ state, go }) => void openByNumber(state, go, Number(number)),
  };
  const search: PaletteChoice = {
    group: 'go',
    label: words('shortcuts:palette.search_for', { text: wanted }),
    run: ({ state }) => {
      void state.search(wanted);
      state.startSearch();
    },
  };
  const fitting = fuzzyFiltered(choices, wanted);
  const isMeant = ({ label }: PaletteChoice): boolean => wanted === '' || isClose(wanted, label);
  return [
    ...(number === undefined ? [] : [jump]),
    ...fitting.filter(isMeant),
    ...found,
    ...fitting.filter((choice) => !isMeant(choice)),
    ...(wanted === '' ? [] : [search]),
  ];
}

async function openByNumber(state: ConsoleState, go: CommandTarget['go'], id: number): Promise<void> {
  const uid = await state.findTicket(id);
  if (uid === null) state.notify(words('shortcuts:not_here', { ticket: ticketNumber(id) }), 'problem');
  else go(state.view, uid);
}
