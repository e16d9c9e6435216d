import { departments, type Department } from '#shared/model/department.ts';
import { priorities } from '#shared/model/priority.ts';
import { statuses } from '#shared/model/status.ts';
import type { OutboxItem } from '#shared/protocol/kept-change.ts';
import { words } from '../../ui/i18n/i18n.ts';
import { categoryWord, priorityWord, statusWord } from '../../ui/tickets/words.ts';

function toWord(toValue: string | null): string {
  const status = statuses.find((candidate) => candidate === toValue);
  if (status !== undefined) return statusWord(status);
  const priority = priorities.find((candidate) => candidate === toValue);
  if (priority !== undefined) return priorityWord(priority);
  const category: Department | undefined = departments.find((candidate) => candidate === toValue);
  return category === undefined ? (toValue ?? '') : categoryWord(category);
}

/** What a change in the outbox does, in a few words. */
export function outboxText(
  item: Pick<OutboxItem, 'name' | 'to_value'>,
  nameOf: (id: number) => string,
): string {
  switch (item.name) {
    case 'ticket-create':
      return words('sync:change.create');
    case 'ticket-reply':
      return words('sync:change.reply');
    case 'ticket-note':
      return words('sync:change.note');
    case 'ticket-status':
      return words('sync:change.status', { to: toWord(item.to_value) });
    case 'ticket-priority':
      return words('sync:change.priority', { to: toWord(item.to_value) });
    case 'ticket-category':
      return words('sync:change.category', { to: toWord(item.to_value) });
    case 'ticket-assign': {
      const id = Number(item.to_value);
      return item.to_value === null || Number.isNaN(id)
        ? words('sync:change.nobody')
        : words('sync:change.assignee', { name: nameOf(id) });
    }
    case 'ticket-tags':
      return words('sync:change.tags');
    case 'ticket-snooze':
      return words('sync:change.snooze');
    case 'ticket-follow':
      return words('sync:change.follow');
    case 'ticket-merge':
      return words('sync:change.merge');
    case 'ticket-attach':
      return words('sync:change.attach');
    case 'ticket-unmerge':
      return words('sync:change.unmerge');
    default:
      return words('sync:change.other');
  }
}
