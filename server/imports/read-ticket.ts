import type { Department } from '#shared/model/department.ts';
import type { Priority } from '#shared/model/priority.ts';
import { isOpen, type Status } from '#shared/model/status.ts';
import { maxTags, maxTextLength } from '#shared/mutators/draft-rows.ts';
import type { Fault, FaultCode, ImportColumns, ImportField } from '#shared/protocol/admin/imports.ts';
import { categoryOf, priorityOf, statusOf } from './import-words.ts';
import { readMoment } from './read-moment.ts';

/** A ticket as another system tells it. Moments are ms UTC. */
export interface ToldTicket {
  key: string;
  subject: string;
  description: string;
  status: Status;
  priority: Priority;
  category: Department;
  requesterName: string | null;
  requesterEmail: string | null;
  phoneNumber: string | null;
  tags: string[];
  assigneeId: number | null;
  createdAt: number;
  /** Of a ticket that is resolved, closed or cancelled; null for open ones. */
  endedAt: number | null;
}

export type ToldRow = { kind: 'ticket'; ticket: ToldTicket } | { kind: 'bad'; key: string; faults: Fault[] };

export interface RowReader {
  columns: ImportColumns;
  headers: readonly string[];
  /** Of staff who may be given tickets, by user name and by address in small letters. */
  staffIdByName: ReadonlyMap<string, number>;
  /** Ms UTC. */
  now: number;
}

const maxLengths = {
  external_key: 200,
  subject: 300,
  description: maxTextLength,
  requester_name: 200,
  requester_email: 320,
  phone_number: 40,
} as const satisfies Partial<Record<ImportField, number>>;

/** Two hours: clocks differ. */
const futureMs = 2 * 60 * 60_000;

/** Longest part of a cell that is shown. */
const shownLength = 80;

/** Reads one row. All that is wrong with it is told, not the first alone. */
class RowParser {
  readonly faults: Fault[] = [];
  readonly #reader: RowReader;
  readonly #cells: readonly string[];

  constructor(reader: RowReader, cells: readonly string[]) {
    this.#reader = reader;
    this.#cells = cells;
  }

  fail(code: FaultCode, field: ImportField): void {
    this.faults.push({ code, field, value: this.text(field).slice(0, shownLength) });
  }

  text(field: ImportField): string {
    const header = this.#reader.columns[field];
    return header === undefined ? '' : (this.#cells[this.#reader.headers.indexOf(header)] ?? '');
  }

  limited(field: keyof typeof maxLengths): string {
    const text = this.text(field);
    if (text.length > maxLengths[field]) this.fail('too_long', field);
    return text;
  }

  needed(field: 'external_key' | 'subject'): string {
    const text = this.limited(field);
    if (text === '') this.fail('missing', field);
    return text;
  }

  word<Value extends string>(
    field: ImportField,
    meaning: (word: string) => Value | undefined,
    otherwise: Value,
  ): Value {
    const text = this.text(field);
    if (text === '') return otherwise;
    const value = meaning(text);
    if (value === undefined) this.fail('unknown_word', field);
    return value ?? otherwise;
  }

  moment(field: 'created_at' | 'ended_at'): number | null {
    const text = this.text(field);
    if (text === '') return null;
    const moment = readMoment(text);
    if (moment === null) this.fail('not_a_date', field);
    else if (moment > this.#reader.now + futureMs) this.fail('in_future', field);
    return moment;
  }

  tags(): string[] {
    const tags = this.text('tags')
      .split(/[,;]/)
      .map((tag) => tag.trim())
      .filter((tag) => tag !== '');
    if (tags.length > maxTags || tags.some((tag) => tag.length > 50)) this.fail('too_long', 'tags');
    return [...new Set(tags)];
  }

  assignee(): number | null {
    const name = this.text('assignee').toLowerCase();
    if (name === '') return null;
    const id = this.#reader.staffIdByName.get(name);
    if (id === undefined) this.fail('unknown_person', 'assignee');
    return id ?? null;
  }
}

/** What a row says, or all that keeps it from being a ticket. */
export function readTicket(reader: RowReader, cells: readonly string[]): ToldRow {
  const row = new RowParser(reader, cells);
  const key = row.needed('external_key');
  const subject = row.needed('subject');
  const status = row.word('status', statusOf, 'new');
  const createdAt = row.moment('created_at') ?? reader.now;
  const endedAt = row.moment('ended_at');
  const hasEnded = !isOpen(status);
  if (hasEnded && row.text('ended_at') === '') row.fail('missing', 'ended_at');
  if (endedAt !== null && endedAt < createdAt) row.fail('before_creation', 'ended_at');
  const ticket: ToldTicket = {
    key,
    subject,
    description: row.limited('description') || subject,
    status,
    priority: row.word('priority', priorityOf, 'medium'),
    category: row.word('category', categoryOf, 'general'),
    requesterName: row.limited('requester_name') || null,
    requesterEmail: row.limited('requester_email') || null,
    phoneNumber: row.limited('phone_number') || null,
    tags: row.tags(),
    assigneeId: row.assignee(),
    createdAt,
    endedAt: hasEnded ? endedAt : null,
  };
  return row.faults.length === 0 ? { kind: 'ticket', ticket } : { kind: 'bad', key, faults: row.faults };
}
