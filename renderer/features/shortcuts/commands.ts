import type { ConsoleState } from '../../store/console-state.ts';
import type { CommandId } from '../../store/keymap.ts';
import type { Command } from './command.ts';
import { goCommands } from './go-commands.ts';
import { listCommands } from './list-commands.ts';
import { ticketCommands } from './ticket-commands.ts';

const doing =
  (run: (state: ConsoleState) => void): Command['run'] =>
  ({ state }) => {
    run(state);
    return true;
  };

/** The composer answers to these itself, where its text is. */
const composerCommands: readonly Command[] = (['send', 'send_resolve', 'send_next'] as const).map((id) => ({
  id,
  group: 'composer',
  isUnlisted: true,
  run: () => false,
}));

const appCommands: readonly Command[] = [
  { id: 'new_ticket', group: 'app', run: doing((state) => state.startTicket()) },
  { id: 'palette', group: 'app', isUnlisted: true, run: doing((state) => state.setPaletteOpen(true)) },
  { id: 'search', group: 'app', run: doing((state) => state.startSearch()) },
  { id: 'help', group: 'app', run: doing((state) => state.setHelpOpen(true)) },
];

/** Everything that a key can do, in the order in which it is listed. */
export const commands: readonly Command[] = [
  ...listCommands,
  ...ticketCommands,
  ...composerCommands,
  ...goCommands,
  ...appCommands,
];

const commandById = new Map(commands.map((command) => [command.id, command]));

export function findCommand(id: CommandId): Command | null {
  return commandById.get(id) ?? null;
}
