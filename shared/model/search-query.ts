import { departments, type Department } from './department.ts';
import { priorities, type Priority } from './priority.ts';
import { doneStatuses, openStatuses, statuses, waitingStatuses, type Status } from './status.ts';
import { sources, type Source } from './ticket.ts';

/** Text that must occur, or must not. */
export interface SearchTerm {
  text: string;
  /** In this order, one after the other. */
  isPhrase: boolean;
  /** The last word may be unfinished. */
  isPrefix: boolean;
  isExcluded: boolean;
}

/** Whom `assignee:` means: whoever asks, nobody, or a user by id or username. */
export type AssigneeRef =
  | { kind: 'me' }
  | { kind: 'none' }
  | { kind: 'id'; id: number }
  | { kind: 'name'; name: string };

/** A moment of time: a day (UTC), or so many days ago. */
export type SearchMoment = { kind: 'day'; day: string } | { kind: 'ago'; days: number };

/** One condition; the values of a list are alternatives. */
export type SearchCondition =
  | { field: 'status'; values: readonly Status[] }
  | { field: 'priority'; values: readonly Priority[] }
  | { field: 'category'; values: readonly Department[] }
  | { field: 'source'; values: readonly Source[] }
  | { field: 'assignee'; values: readonly AssigneeRef[] }
  | { field: 'tag'; values: readonly string[] }
  | { field: 'requester'; values: readonly string[] }
  | { field: 'before'; moment: SearchMoment }
  | { field: 'after'; moment: SearchMoment };

export type SearchFilter = SearchCondition & { isExcluded: boolean };

/** A filter whose value makes no sense: it is left out. */
export interface SearchProblem {
  field: SearchCondition['field'];
  value: string;
  /** What would do, where that can be listed. */
  allowed: readonly string[];
}

/** What was typed into a search box, understood. All of it must hold. */
export interface SearchQuery {
  terms: SearchTerm[];
  filters: SearchFilter[];
  problems: SearchProblem[];
}

/** Words for several statuses at once, beside the statuses themselves. */
const statusGroups: Readonly<Record<string, readonly Status[]>> = {
  open: ['new', 'opened'],
  active: openStatuses,
  waiting: waitingStatuses,
  done: doneStatuses,
};

const fieldByKey: Readonly<Record<string, SearchCondition['field']>> = {
  status: 'status',
  is: 'status',
  priority: 'priority',
  category: 'category',
  source: 'source',
  assignee: 'assignee',
  tag: 'tag',
  requester: 'requester',
  from: 'requester',
  before: 'before',
  after: 'after',
};

const statusWords = [...statuses, ...Object.keys(statusGroups)];

type Read = { kind: 'condition'; condition: SearchCondition } | { kind: 'wrong'; allowed: readonly string[] };

const found = (condition: SearchCondition): Read => ({ kind: 'condition', condition });
const wrong = (allowed: readonly string[] = []): Read => ({ kind: 'wrong', allowed });

const isOneOf = <Word extends string>(words: readonly Word[], text: string): text is Word =>
  (words as readonly string[]).includes(text);

function readWords<Word extends string>(
  values: readonly string[],
  words: readonly Word[],
  build: (values: readonly Word[]) => SearchCondition,
): Read {
  const small = values.map((value) => value.toLowerCase());
  return small.every((value) => isOneOf(words, value)) ? found(build(small)) : wrong(words);
}

function readStatuses(values: readonly string[]): Read {
  const small = values.map((value) => value.toLowerCase());
  if (!small.every((value) => isOneOf(statusWords, value))) return wrong(statusWords);
  const named = small.flatMap(
    (value) => statusGroups[value] ?? statuses.filter((status) => status === value),
  );
  return found({ field: 'status', values: [...new Set(named)] });
}

function readAssignee(value: string): AssigneeRef {
  const small = value.toLowerCase();
  if (small === 'me') return { kind: 'me' };
  if (small === 'none' || small === 'nobody') return { kind: 'none' };
  return /^[1-9]\d{0,14}$/.test(value)
    ? { kind: 'id', id: Number(value) }
    : { kind: 'name', name: value.replace(/^@/, '') };
}

function readMoment(value: string): SearchMoment | null {
  const days = /^(\d{1,4})d$/i.exec(value)?.[1];
  if (days !== undefined) return { kind: 'ago', days: Number(days) };
  const isDay = /^\d{4}-\d\d-\d\d$/.test(value) && new Date(`${value}T00:00:00Z`).getTime() > 0;
  return isDay && new Date(`${value}T00:00:00Z`).toISOString().startsWith(value)
    ? { kind: 'day', day: value }
    : null;
}

function readValues(field: SearchCondition['field'], values: readonly string[]): Read {
  switch (field) {
    case 'status':
      return readStatuses(values);
    case 'priority':
      return readWords(values, priorities, (words) => ({ field, values: words }));
    case 'category':
      return readWords(values, departments, (words) => ({ field, values: words }));
    case 'source':
      return readWords(values, sources, (words) => ({ field, values: words }));
    case 'assignee':
      return found({ field, values: values.map(readAssignee) });
    case 'tag':
    case 'requester':
      return found({ field, values });
    case 'before':
    case 'after': {
      const [value = ''] = values;
      const moment = values.length === 1 ? readMoment(value) : null;
      return moment === null ? wrong(['2026-12-31', '7d']) : found({ field, moment });
    }
  }
}

/** An item: an optional minus, an optional key with a colon, and a word or something in quotes. */
const itemPattern = /(-)?(?:([A-Za-z]+):)?(?:"([^"]*)(?:"|$)|(\S+)|)/g;

const hasWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

function readTerm(text: string, isPhrase: boolean, isExcluded: boolean): SearchTerm | null {
  if (!hasWord(text)) return null;
  const isPrefix = !isPhrase && text.endsWith('*');
  return { text: isPrefix ? text.replace(/\*+$/, '') : text, isPhrase, isPrefix, isExcluded };
}

/**
 * Reads what people type: words, "phrases", prefix*, -without, and filters such as status:open, assignee:me,
 * tag:vip,urgent or after:7d. A key that nobody knows is text ("http://…"). Never fails: what makes no sense is told.
 * With `isTyping` the last word counts as unfinished.
 */
export function parseSearch(text: string, { isTyping = false } = {}): SearchQuery {
  const query: SearchQuery = { terms: [], filters: [], problems: [] };
  for (const match of text.matchAll(itemPattern)) {
    const [whole, minus, key, quoted, word = ''] = match;
    if (whole === '') continue;
    const field = fieldOf(key);
    const isExcluded = minus !== undefined;
    if (field !== undefined) {
      const values = quoted === undefined ? word.split(',') : [quoted];
      addFilter(
        query,
        field,
        values.filter((value) => hasWord(value)),
        isExcluded,
      );
      continue;
    }
    const value = quoted ?? word;
    const term = readTerm(key === undefined ? value : `${key}:${value}`, quoted !== undefined, isExcluded);
    if (term === null) continue;
    const isLast = isTyping && match.index + whole.length === text.length;
    query.terms.push(isLast && !term.isPhrase ? { ...term, isPrefix: true } : term);
  }
  return query;
}

function fieldOf(key: string | undefined): SearchCondition['field'] | undefined {
  const small = key?.toLowerCase() ?? '';
  return Object.hasOwn(fieldByKey, small) ? fieldByKey[small] : undefined;
}

function addFilter(
  query: SearchQuery,
  field: SearchCondition['field'],
  values: readonly string[],
  isExcluded: boolean,
): void {
  const read = values.length === 0 ? wrong() : readValues(field, values);
  if (read.kind === 'condition') query.filters.push({ ...read.condition, isExcluded });
  else query.problems.push({ field, value: values.join(','), allowed: read.allowed });
}

const dayMs = 86_400_000;

/** The moment in ms UTC, as seen from `now`. */
export function momentMs(moment: SearchMoment, now: number): number {
  return moment.kind === 'day' ? Date.parse(`${moment.day}T00:00:00Z`) : now - moment.days * dayMs;
}
