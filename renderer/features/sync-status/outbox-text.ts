import { departments, type Department } from '#shared/model/department.ts';
import { priorities } from '#shared/model/priority.ts';
import { statuses } from '#shared/model/status.ts';
import type { OutboxItem } from '#shared/protocol/ipc.ts';
import { categoryWord, priorityWord, statusWord } from '../../ui/tickets/words.ts';

function toWord(toValue: string | null): string {
  const status = statuses.find((candidate) => candidate === toValue);
  if (status !== undefined) return statusWord[status];
  const priority = priorities.find((candidate) => candidate === toValue);
  if (priority !== undefined) return priorityWord[priority];
  const category: Department | undefined = departments.find((candidate) => candidate === toValue);
  return category === undefined ? (toValue ?? '') : categoryWord[category];
}

/** What a change in the outbox does, in a few words. */
export function outboxText(
  item: Pick<OutboxItem, 'name' | 'to_value'>,
  nameOf: (id: number) => string,
): string {
  switch (item.name) {
    case 'ticket-create':
      return 'New ticket';
    case 'ticket-reply':
      return 'Reply';
    case 'ticket-note':
      return 'Note';
    case 'ticket-status':
      return `Status to ${toWord(item.to_value)}`;
    case 'ticket-priority':
      return `Priority to ${toWord(item.to_value)}`;
    case 'ticket-category':
      return `Category to ${toWord(item.to_value)}`;
    case 'ticket-assign': {
      const id = Number(item.to_value);
      return item.to_value === null || Number.isNaN(id) ? 'Assignee to nobody' : `Assignee to ${nameOf(id)}`;
    }
    default:
      return 'Change';
  }
}
