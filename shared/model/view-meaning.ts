import { isResolutionBreached, isResponseBreached } from './breach.ts';
import { isOpen } from './status.ts';
import type { MessageRow, TicketRow } from './ticket.ts';
import {
  wholeConditions,
  type ViewCondition,
  type ViewFilter,
  type ViewPerson,
  type ViewSort,
} from './view-filter.ts';

/** Who looks, and when (ms UTC). */
export interface ViewReader {
  userId: number;
  now: number;
}

/** A ticket with its conversation, as far as views ask for it. */
export interface ViewedTicket {
  ticket: TicketRow;
  messages: readonly Pick<MessageRow, 'text' | 'mentioned_ids'>[];
}

type ConditionOf<Field extends ViewCondition['field']> = Extract<ViewCondition, { field: Field }>;
type PersonField = 'assignee' | 'assignees' | 'follower' | 'mentioned' | 'requester_id';
type Text = Extract<ViewCondition, { value: string }>;
type Time = Extract<ViewCondition, { is: 'before' | 'after' | 'within' | 'beyond' | 'set' | 'unset' }>;
type Flag = Extract<ViewCondition, { is: boolean }>;

const idsOf = (list: string): number[] => JSON.parse(list) as number[];
const oneOf = (id: number | null): number[] => (id === null ? [] : [id]);

function peopleOf(field: PersonField, { ticket, messages }: ViewedTicket): number[] {
  switch (field) {
    case 'assignee':
      return oneOf(ticket.assignee_id);
    case 'assignees':
      return idsOf(ticket.assignee_ids);
    case 'follower':
      return idsOf(ticket.follower_ids);
    case 'mentioned':
      return messages.flatMap(({ mentioned_ids }) => idsOf(mentioned_ids));
    case 'requester_id':
      return oneOf(ticket.requester_id);
  }
}

const isAmong = (people: readonly number[], values: readonly ViewPerson[], userId: number): boolean =>
  values.some((value) =>
    value === 'nobody' ? people.length === 0 : people.includes(value === 'me' ? userId : value),
  );

/** A text's words, without marks and case: what the search index keeps of it. */
function wordsOf(text: string): string[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

function textOf(field: Text['field'], { ticket, messages }: ViewedTicket): string {
  const requester = [ticket.requester_name, ticket.requester_email, ticket.phone_number].join(' ');
  // The first message is the description once more.
  const said = messages.map(({ text }) => text).filter((text) => text !== ticket.description);
  const conversation = said.join('\n');
  switch (field) {
    case 'subject':
      return ticket.subject;
    case 'requester':
      return requester;
    case 'description':
      return ticket.description;
    case 'conversation':
      return conversation;
    case 'anywhere':
      return [ticket.code, ticket.subject, requester, ticket.description, conversation].join('\n');
  }
}

function contains(text: string, wanted: string): boolean {
  const words = wordsOf(text);
  const [last, ...whole] = wordsOf(wanted).toReversed();
  if (last === undefined) return true;
  return whole.every((word) => words.includes(word)) && words.some((word) => word.startsWith(last));
}

function holdsTime(condition: Time, at: number | null, now: number): boolean {
  if (condition.is === 'set' || condition.is === 'unset') return (at !== null) === (condition.is === 'set');
  if (at === null) return false;
  switch (condition.is) {
    case 'before':
      return at < condition.value;
    case 'after':
      return at > condition.value;
    case 'within':
      return Math.abs(at - now) <= condition.value;
    case 'beyond':
      return at < now - condition.value;
  }
}

function hasFlag(field: Flag['field'], ticket: TicketRow, now: number): boolean {
  switch (field) {
    case 'is_snoozed':
      return ticket.snoozed_until !== null && ticket.snoozed_until > now;
    case 'is_merged':
      return ticket.merged_into_uid !== null;
    case 'is_split':
      return ticket.split_from_uid !== null;
    case 'is_response_breached':
      return isResponseBreached(ticket, now);
    case 'is_resolution_breached':
      return isResolutionBreached(ticket, now);
    case 'is_auto_assigned':
      return ticket.auto_assigned === 1;
  }
}

function holdsTags({ is, values }: ConditionOf<'tags'>, ticket: TicketRow): boolean {
  const tags = JSON.parse(ticket.tags) as string[];
  if (is === 'all_of') return values.every((value) => tags.includes(value));
  return values.some((value) => tags.includes(value)) === (is === 'any_of');
}

function holds(condition: ViewCondition, viewed: ViewedTicket, { userId, now }: ViewReader): boolean {
  const { ticket } = viewed;
  switch (condition.field) {
    case 'status':
    case 'priority':
    case 'category':
    case 'source':
    case 'last_message_sender':
    case 'merchant_id': {
      const values: readonly (string | null)[] = condition.values;
      return values.includes(ticket[condition.field]) === (condition.is === 'any_of');
    }
    case 'assignee':
    case 'assignees':
    case 'follower':
    case 'mentioned':
    case 'requester_id': {
      const isOne = isAmong(peopleOf(condition.field, viewed), condition.values, userId);
      return isOne === (condition.is === 'any_of');
    }
    case 'tags':
      return holdsTags(condition, ticket);
    case 'anywhere':
    case 'subject':
    case 'requester':
    case 'description':
    case 'conversation':
      return contains(textOf(condition.field, viewed), condition.value) === (condition.is === 'contains');
    case 'is_snoozed':
    case 'is_merged':
    case 'is_split':
    case 'is_response_breached':
    case 'is_resolution_breached':
    case 'is_auto_assigned':
      return hasFlag(condition.field, ticket, now) === condition.is;
    default:
      return holdsTime(condition, ticket[condition.field], now);
  }
}

/** Whether a view shows the ticket: what every query that is made of a filter must come to. */
export function isInView(filter: ViewFilter, viewed: ViewedTicket, reader: ViewReader): boolean {
  return wholeConditions(filter).every((condition) => holds(condition, viewed, reader));
}

/** Stands for a ticket of which nothing is due. */
export const nothingDue = Number.MAX_SAFE_INTEGER;

/** When the first of its running clocks runs out, ms UTC. */
export function dueNextAt(ticket: TicketRow): number {
  const isUnanswered = ticket.first_responded_at === null && isOpen(ticket.status);
  const isUnsolved = ticket.resolved_at === null && ticket.closed_at === null;
  return Math.min(
    (isUnanswered ? ticket.response_due_at : null) ?? nothingDue,
    (isUnsolved ? ticket.resolution_due_at : null) ?? nothingDue,
  );
}

/** By what a view is sorted; the larger key first, so that each sort goes one way. */
export function sortKeyOf(sort: ViewSort, ticket: TicketRow): number {
  switch (sort) {
    case 'updated':
      return ticket.updated_at;
    case 'created':
      return ticket.created_at;
    case 'sla_risk':
      return -dueNextAt(ticket);
  }
}
