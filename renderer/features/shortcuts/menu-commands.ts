import type { MenuCommand } from '#shared/protocol/desktop-menu.ts';
import { acceleratorOf } from '../../store/accelerator.ts';
import type { Keymap } from '../../store/keymap.ts';
import { commandText, type Command } from './command.ts';
import { commands } from './commands.ts';

/** Numbered views are reached by their names as well. */
const numbered = /^view_\d$/;

function isInMenu({ group, id, isUnlisted }: Command): boolean {
  return (
    (group === 'go' || group === 'ticket' || group === 'app') && isUnlisted !== true && !numbered.test(id)
  );
}

/** The commands that the desktop app's menu shows, with the keys that they have now. */
export function menuCommands(keymap: Keymap): MenuCommand[] {
  return commands
    .filter((command) => isInMenu(command) && command.id !== 'pop_out')
    .map(({ group, id }) => ({
      id,
      group: group as MenuCommand['group'],
      label: commandText(id),
      accelerator: acceleratorOf(keymap[id][0]),
    }));
}
