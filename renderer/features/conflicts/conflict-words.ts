import { statuses, type Status } from '#shared/model/status.ts';
import type { Conflict, ConflictChoice } from '#shared/protocol/kept-change.ts';
import { words } from '../../ui/i18n/i18n.ts';
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
      return isText(conflict) ? words('conflicts:choice.redo_text') : words('conflicts:choice.redo');
    case 'edit':
      return words('conflicts:choice.edit');
    case 'note':
      return words('conflicts:choice.note');
    case 'discard':
      return words('conflicts:choice.discard');
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
      return status === undefined
        ? words('conflicts:want.status_unknown')
        : words('conflicts:want.status', { status: statusWord(status) });
    }
    case 'ticket-assign': {
      const id = argOf(conflict, 'assignee_id');
      return typeof id === 'number'
        ? words('conflicts:want.assign', { name: nameOf(id) })
        : words('conflicts:want.unassign');
    }
    case 'ticket-priority':
      return words('conflicts:want.priority');
    case 'ticket-category':
      return words('conflicts:want.category');
    case 'ticket-create':
      return words('conflicts:want.create');
    case 'ticket-tags':
      return words('conflicts:want.tags');
    case 'ticket-snooze':
      return words('conflicts:want.snooze');
    case 'ticket-follow':
      return words('conflicts:want.follow');
    case 'ticket-merge':
      return words('conflicts:want.merge');
    case 'ticket-attach': {
      const name = argOf(conflict, 'file_name');
      return words('conflicts:want.attach', { name: typeof name === 'string' ? name : '' });
    }
    case 'ticket-unmerge':
      return words('conflicts:want.unmerge');
    default:
      return words('conflicts:want.other');
  }
}

/** Why it was not made, as a sentence of its own. */
export function reasonText(conflict: Conflict, nameOf: NameOf): string {
  return capitalised(refusalText(conflict.refusal, nameOf));
}
