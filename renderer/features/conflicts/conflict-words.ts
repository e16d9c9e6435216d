import { statuses, type Status } from '#shared/model/status.ts';
import type { Conflict, ConflictChoice } from '#shared/protocol/ipc.ts';
import { capitalised } from '../../ui/capitalised.ts';
import { refusalText } from '../../ui/tickets/refusal-text.ts';
import { statusWord } from '../../ui/tickets/words.ts';

type NameOf = (id: number) => string;

/** Whether the conflict is about a text, which can be edited, and not a change of a property. */
export function isText(conflict: Conflict): boolean {
  return conflict.text !== null;
}

export function choiceWord(choice: ConflictChoice, conflict: Conflict): string {
  switch (choice) {
    case 'redo':
      return isText(conflict) ? 'Send on top' : 'Apply anyway';
    case 'edit':
      return 'Edit';
    case 'note':
      return 'Keep as note';
    case 'discard':
      return 'Discard';
  }
}

function argOf(conflict: Conflict, key: string): unknown {
  const { args } = conflict;
  if (typeof args !== 'object' || args === null || Array.isArray(args)) return undefined;
  return args[key];
}

/** What the author wanted, for the changes that carry no text. */
export function wantedText(conflict: Conflict, nameOf: NameOf): string {
  switch (conflict.name) {
    case 'ticket-status': {
      const to = argOf(conflict, 'to');
      const status: Status | undefined = statuses.find((candidate) => candidate === to);
      return `Set the status to ${status === undefined ? 'another one' : statusWord[status]}`;
    }
    case 'ticket-assign': {
      const id = argOf(conflict, 'assignee_id');
      return typeof id === 'number'
        ? `Assign the ticket to ${nameOf(id)}`
        : 'Take the assignee off the ticket';
    }
    case 'ticket-priority':
      return 'Change the priority';
    case 'ticket-category':
      return 'Change the category';
    case 'ticket-create':
      return 'Open a ticket';
    default:
      return 'Change the ticket';
  }
}

/** Why it was not made, as a sentence of its own. */
export function reasonText(conflict: Conflict, nameOf: NameOf): string {
  return capitalised(refusalText(conflict.refusal, nameOf));
}
