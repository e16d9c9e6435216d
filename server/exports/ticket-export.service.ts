import { parseSearch, type SearchProblem } from '#shared/model/search-query.ts';
import type { Clock } from '#shared/model/clock.ts';
import { recordAction } from '../audit/audit-log.repo.ts';
import type { Database } from '../database/database.ts';
import type { Db } from '../database/handles.ts';
import type { SearchService } from '../search/search.service.ts';
import { listTicketsByIds, type ListedTicket } from '../tickets/ticket-list.repo.ts';
import type { Reader, StoredMessage } from '../tickets/ticket-read.service.ts';
import { findTicketsByIds, listMessages, type StoredTicket } from '../tickets/ticket.repo.ts';

export interface ExportedTicket {
  ticket: StoredTicket;
  listed: ListedTicket;
  /** Oldest first, notes among them; empty when they were not asked for. */
  messages: StoredMessage[];
}

export interface ExportRequest {
  /** As people type into the search box; empty for all. */
  query: string;
  format: string;
  withMessages: boolean;
}

export type ExportOutcome =
  | { kind: 'rows'; rows: AsyncGenerator<ExportedTicket[]> }
  | { kind: 'forbidden' }
  | { kind: 'bad_query'; problems: SearchProblem[] };

export interface TicketExportDeps {
  database: Database;
  search: SearchService;
  clock: Clock;
}

/** Hands out tickets by the thousands, a few at a time; who took what is kept. */
export class TicketExport {
  readonly #deps: TicketExportDeps;

  constructor(deps: TicketExportDeps) {
    this.#deps = deps;
  }

  async export({ query: text, format, withMessages }: ExportRequest, reader: Reader): Promise<ExportOutcome> {
    const { database, search, clock } = this.#deps;
    const query = parseSearch(text);
    if (query.problems.length > 0) return { kind: 'bad_query', problems: query.problems };
    const rows = search.walk(query, reader, (db, ids) => readExported(db, ids, withMessages));
    if (rows === null) return { kind: 'forbidden' };
    const target = { type: 'export', id: format } as const;
    const entry = { adminId: reader.actor.id, action: 'tickets_exported', target } as const;
    const metadata = { query: text, withMessages };
    await database.write((tx) => recordAction(tx, { ...entry, metadata }, clock.now()));
    return { kind: 'rows', rows };
  }
}

async function readExported(
  db: Db,
  ids: readonly number[],
  withMessages: boolean,
): Promise<ExportedTicket[]> {
  const listedById = new Map((await listTicketsByIds(db, ids)).map((listed) => [listed.id, listed]));
  const messages = withMessages ? await listMessages(db, ids) : [];
  const messagesByUid = Map.groupBy(messages, ({ ticket_uid }) => ticket_uid);
  return (await findTicketsByIds(db, ids)).flatMap((ticket) => {
    const listed = listedById.get(ticket.id);
    return listed === undefined ? [] : [{ ticket, listed, messages: messagesByUid.get(ticket.uid) ?? [] }];
  });
}
