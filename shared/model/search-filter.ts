import { momentMs, type AssigneeRef, type SearchFilter } from './search-query.ts';
import { foldWords } from './search-words.ts';
import type { TicketRow } from './ticket.ts';

/** Who searches, and when: what `me` and `7d` mean. */
export interface SearchContext {
  userId: number;
  /** Ms UTC. */
  now: number;
  /** The user whom a name means; null for nobody's. */
  idOfName: (username: string) => number | null;
}

/** What filters look at. */
export type FilteredTicket = Pick<
  TicketRow,
  | 'status'
  | 'priority'
  | 'category'
  | 'source'
  | 'tags'
  | 'assignee_ids'
  | 'requester_name'
  | 'requester_email'
  | 'phone_number'
  | 'created_at'
>;

const columnsByField: Record<SearchFilter['field'], readonly (keyof FilteredTicket)[]> = {
  status: ['status'],
  priority: ['priority'],
  category: ['category'],
  source: ['source'],
  assignee: ['assignee_ids'],
  tag: ['tags'],
  requester: ['requester_name', 'requester_email', 'phone_number'],
  before: ['created_at'],
  after: ['created_at'],
};

/** As many of a ticket's columns as these filters look at. */
export function columnsOf(filters: readonly SearchFilter[]): (keyof FilteredTicket)[] {
  return [...new Set(filters.flatMap(({ field }) => columnsByField[field]))];
}

/** The id that an assignee is meant by: 0 for nobody, null for a name that is nobody's. */
export function assigneeIdOf(ref: AssigneeRef, { userId, idOfName }: SearchContext): number | null {
  switch (ref.kind) {
    case 'me':
      return userId;
    case 'none':
      return 0;
    case 'id':
      return ref.id;
    case 'name':
      return idOfName(ref.name);
  }
}

/** Folded as tags and names are compared: the case does not matter. */
export const foldCase = (text: string): string => text.toLowerCase();

/** Whether the words occur one after the other; the last one may be unfinished. */
function hasPhrase(words: readonly string[], sought: readonly string[]): boolean {
  return words.some((_, index) =>
    sought.every((word, offset) => {
      const found = words[index + offset] ?? '';
      return offset === sought.length - 1 ? found.startsWith(word) : found === word;
    }),
  );
}

function isMatch(ticket: FilteredTicket, filter: SearchFilter, context: SearchContext): boolean {
  switch (filter.field) {
    case 'status':
      return filter.values.includes(ticket.status);
    case 'priority':
      return filter.values.includes(ticket.priority);
    case 'category':
      return filter.values.includes(ticket.category);
    case 'source':
      return filter.values.includes(ticket.source);
    case 'assignee': {
      const assignees = JSON.parse(ticket.assignee_ids) as number[];
      return filter.values.some((ref) => {
        const id = assigneeIdOf(ref, context);
        return id === 0 ? assignees.length === 0 : id !== null && assignees.includes(id);
      });
    }
    case 'tag': {
      const tags = (JSON.parse(ticket.tags) as string[]).map(foldCase);
      return filter.values.some((tag) => tags.includes(foldCase(tag)));
    }
    case 'requester': {
      const known = foldWords(
        [ticket.requester_name, ticket.requester_email, ticket.phone_number].filter(Boolean).join(' '),
      );
      return filter.values.some((value) => hasPhrase(known, foldWords(value)));
    }
    case 'before':
      return ticket.created_at < momentMs(filter.moment, context.now);
    case 'after':
      return ticket.created_at >= momentMs(filter.moment, context.now);
  }
}

/** Whether every filter of a query holds for the ticket; its words are for a full-text index. */
export function matchesFilters(
  ticket: FilteredTicket,
  filters: readonly SearchFilter[],
  context: SearchContext,
): boolean {
  return filters.every((filter) => isMatch(ticket, filter, context) !== filter.isExcluded);
}
