import { words } from '../ui/i18n/i18n.ts';
import { untilReply } from '../ui/tickets/snooze-times.ts';
import { exactTime } from '../ui/time.ts';
import { categoryWord, priorityWord, statusWord, ticketNumber } from '../ui/tickets/words.ts';
import type { TicketAction } from './ticket-action.ts';

function snoozeText(until: number | null): string {
  if (until === null) return words('desk:did.unsnoozed');
  return until >= untilReply
    ? words('desk:did.snoozed_for_reply')
    : words('desk:did.snoozed', { time: exactTime(until) });
}

/** What an action did, in a few words. */
export function actionText(action: TicketAction, nameOf: (id: number) => string): string {
  switch (action.kind) {
    case 'status':
      return words('desk:did.status', { status: statusWord(action.to) });
    case 'assign':
      return action.to === null
        ? words('desk:did.unassigned')
        : words('desk:did.assigned', { name: nameOf(action.to) });
    case 'priority':
      return words('desk:did.priority', { priority: priorityWord(action.to) });
    case 'category':
      return words('desk:did.category', { category: categoryWord(action.to) });
    case 'tags':
      return action.add.length > 0
        ? words('desk:did.tagged', { tags: action.add.join(', ') })
        : words('desk:did.untagged', { tags: action.remove.join(', ') });
    case 'snooze':
      return snoozeText(action.until);
    case 'follow':
      return action.isFollowing ? words('desk:did.followed') : words('desk:did.unfollowed');
    case 'merge':
      return words('desk:did.merged', { ticket: `${ticketNumber(action.into.id)} ${action.into.subject}` });
    case 'unmerge':
      return words('desk:did.unmerged');
    case 'reply':
      return words('desk:did.reply');
    case 'note':
      return words('desk:did.note');
  }
}
