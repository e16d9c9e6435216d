import type { Department } from '#shared/model/department.ts';
import type { Priority } from '#shared/model/priority.ts';
import type { Status } from '#shared/model/status.ts';
import type { Source } from '#shared/model/ticket.ts';
import type { Role } from '#shared/model/user.ts';
import type { ViewId } from '#shared/model/view.ts';
import { words } from '../i18n/i18n.ts';

export function statusWord(status: Status): string {
  return words(`tickets:status.${status}`);
}

export function priorityWord(priority: Priority): string {
  return words(`tickets:priority.${priority}`);
}

export function categoryWord(category: Department): string {
  return words(`tickets:category.${category}`);
}

export function sourceWord(source: Source): string {
  return words(`tickets:source.${source}`);
}

export function roleWord(role: Role): string {
  return words(`tickets:role.${role}`);
}

export function viewWord(view: ViewId): string {
  return words(`tickets:view.${view}`);
}

/** What people call a ticket; one that the node has not numbered yet is new. */
export function ticketNumber(id: number | null): string {
  return id === null ? words('tickets:number_new') : `#${id}`;
}
