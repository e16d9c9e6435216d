import type { ViewKey } from '#shared/model/view.ts';
import type { ConsoleState } from '../../store/console-state.ts';
import type { CommandId } from '../../store/keymap.ts';
import { words } from '../../ui/i18n/i18n.ts';

/** What a command may do: the store's verbs, and moving to another address. */
export interface CommandTarget {
  state: ConsoleState;
  go: (view: ViewKey, ticketUid: string | null) => void;
}

export type CommandGroup = 'list' | 'ticket' | 'composer' | 'go' | 'app';

/** Something that a key does. */
export interface Command {
  id: CommandId;
  group: CommandGroup;
  /** Means something else in a text that is being written, and is left to it there. */
  isTexts?: boolean;
  /** Makes no sense among the choices of the palette: it moves within the list, or opens the palette itself. */
  isUnlisted?: boolean;
  /** Only the desktop app can do it. */
  isDesktops?: boolean;
  /** Answers false when it had nothing to do, so that the key keeps its usual meaning. */
  run: (target: CommandTarget) => boolean;
}

/** What a command does, in words. */
export function commandText(id: CommandId): string {
  return words(`shortcuts:does.${id}`);
}
