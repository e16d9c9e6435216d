import type { Clock } from '#shared/model/clock.ts';
import type { RuleSet } from '#shared/model/rule-set.ts';
import type { SearchContext } from '#shared/model/search-filter.ts';
import { parseSearch, type SearchProblem, type SearchQuery } from '#shared/model/search-query.ts';
import { countTerms, highlight, snippetOf, type SnippetPart } from '#shared/model/search-snippet.ts';
import { isAdmin, isStaff, type Actor } from '#shared/model/user.ts';
import type { Database } from '../database/database.ts';
import type { Db } from '../database/handles.ts';
import { listTicketsByIds, type ListedTicket } from '../tickets/ticket-list.repo.ts';
import type { Reader } from '../tickets/ticket-read.service.ts';
import { findTicketsByIds, listMessages, type StoredTicket } from '../tickets/ticket.repo.ts';
import { listIdsOfUsernames } from '../users/user.repo.ts';
import { listDue } from './search-document.repo.ts';
import type { TicketIndex } from './ticket-index.ts';
import {
  findTickets,
  walkTickets,
  type FoundTickets,
  type SearchPage,
  type SearchScope,
} from './ticket-search.repo.ts';

export interface SearchHit {
  ticket: StoredTicket;
  listed: ListedTicket;
  subject: SnippetPart[];
  requester: SnippetPart[];
  /** Where in the conversation it was found; its beginning when it was found elsewhere. */
  excerpt: SnippetPart[];
}

export interface SearchAnswer extends Omit<FoundTickets, 'ids'> {
  hits: SearchHit[];
  problems: SearchProblem[];
}

export interface SearchServiceDeps {
  database: Database;
  index: TicketIndex;
  clock: Clock;
}

/** Tickets that are read in one go: few enough that nobody else waits noticeably. */
const walkStretch = 200;
/** The index's own turn at the writer: the desk's changes do not wait for it. */
const indexTurn = 'search index';
/** Small steps of tidying in one run of the job; between them others write. */
const tidySteps = 20;

/** Which tickets the actor may search; null for nobody's. */
function scopeFor(actor: Actor, { agentScope }: RuleSet): SearchScope | null {
  if (!actor.is_active || !actor.is_approved || !isStaff(actor)) return null;
  if (isAdmin(actor) || agentScope === 'all') return { kind: 'all' };
  return { kind: 'agent', userId: actor.id, queue: agentScope === 'queue' ? actor.department : null };
}

/** Finds tickets by what people type, among those that the actor may see. */
export class SearchService {
  readonly #deps: SearchServiceDeps;

  constructor(deps: SearchServiceDeps) {
    this.#deps = deps;
  }

  /** A page of what was found, with excerpts; null for those who may search nothing. */
  async search(text: string, { actor, rules }: Reader, page: SearchPage): Promise<SearchAnswer | null> {
    const scope = scopeFor(actor, rules);
    if (scope === null) return null;
    await this.settle();
    const query = parseSearch(text);
    return this.#deps.database.readAtOnce(async (db) => {
      const { ids, ...found } = await this.#find(db, query, { actor, scope, page });
      return { ...found, hits: await readHits(db, ids, query), problems: query.problems };
    });
  }

  /** The tickets alone, for changing or exporting many: those that fit, and what of the query made no sense. */
  async findIds(
    query: SearchQuery,
    { actor, rules }: Reader,
    page: SearchPage,
  ): Promise<FoundTickets | null> {
    const scope = scopeFor(actor, rules);
    if (scope === null) return null;
    await this.settle();
    return this.#deps.database.readAtOnce((db) => this.#find(db, query, { actor, scope, page }));
  }

  /**
   * Reads all tickets that fit, however many, a stretch at a time and the newest first: `read` is called within the
   * moment of its stretch. Null for those who may search nothing.
   */
  walk<Row>(
    query: SearchQuery,
    { actor, rules }: Reader,
    read: (db: Db, ids: readonly number[]) => Promise<Row[]>,
  ): AsyncGenerator<Row[]> | null {
    const scope = scopeFor(actor, rules);
    return scope === null ? null : this.#walk(query, actor, scope, read);
  }

  async *#walk<Row>(
    query: SearchQuery,
    actor: Actor,
    scope: SearchScope,
    read: (db: Db, ids: readonly number[]) => Promise<Row[]>,
  ): AsyncGenerator<Row[]> {
    const { database } = this.#deps;
    await this.settle();
    let before: number | null = Number.MAX_SAFE_INTEGER;
    while (before !== null) {
      const from: number = before;
      const stretch = await database.readAtOnce(async (db) => {
        const context = await this.#contextOf(db, query, actor);
        const options = { context, scope, before: from, limit: walkStretch };
        const walked = await walkTickets(db, database.dialect.search, query, options);
        return { before: walked.before, rows: await read(db, walked.ids) };
      });
      before = stretch.before;
      yield stretch.rows;
    }
  }

  /** Brings the index up to what is committed. */
  async settle(): Promise<void> {
    const { database, index } = this.#deps;
    if ((await listDue(database.db, 1)).length === 0) return;
    while (await database.write((tx) => index.settle(tx), indexTurn));
  }

  /** Settles and tidies the index, a little at a time. Never run twice at the same time. */
  async tidy(): Promise<void> {
    const { database } = this.#deps;
    await this.settle();
    for (let step = 0; step < tidySteps; step += 1) {
      const hasMore = await database.write((tx) => database.dialect.search.tidy(tx.sql), indexTurn);
      if (!hasMore) return;
    }
  }

  async #find(
    db: Db,
    query: SearchQuery,
    { actor, scope, page }: { actor: Actor; scope: SearchScope; page: SearchPage },
  ): Promise<FoundTickets> {
    const context = await this.#contextOf(db, query, actor);
    return findTickets(db, this.#deps.database.dialect.search, query, { context, scope, page });
  }

  async #contextOf(db: Db, query: SearchQuery, actor: Actor): Promise<SearchContext> {
    const names = query.filters.flatMap((filter) =>
      filter.field === 'assignee'
        ? filter.values.flatMap((ref) => (ref.kind === 'name' ? [ref.name] : []))
        : [],
    );
    const idByName = await listIdsOfUsernames(db, names);
    return {
      userId: actor.id,
      now: this.#deps.clock.now(),
      idOfName: (name) => idByName.get(name.toLowerCase()) ?? null,
    };
  }
}

async function readHits(db: Db, ids: readonly number[], { terms }: SearchQuery): Promise<SearchHit[]> {
  const ticketById = new Map((await findTicketsByIds(db, ids)).map((ticket) => [ticket.id, ticket]));
  const listedById = new Map((await listTicketsByIds(db, ids)).map((listed) => [listed.id, listed]));
  const textsByUid = Map.groupBy(await listMessages(db, ids), ({ ticket_uid }) => ticket_uid);
  return ids.flatMap((id) => {
    const [ticket, listed] = [ticketById.get(id), listedById.get(id)];
    if (ticket === undefined || listed === undefined) return [];
    const { requester_name: name, requester_email: email, phone_number: phone } = ticket;
    const said = (textsByUid.get(ticket.uid) ?? []).map(({ text }) => text);
    const known = [name, email, phone].filter((text) => text !== null).join(' ');
    // With everything by which they can be reached when that is what was looked for.
    const requester = countTerms(known, terms) > 0 ? known : (name ?? email ?? phone ?? '');
    return {
      ticket,
      listed,
      subject: highlight(ticket.subject, terms),
      requester: highlight(requester, terms),
      excerpt: snippetOf(bestText([ticket.description, ...said], terms), terms),
    };
  });
}

/** The text with the most of the words; the first of several. */
function bestText(texts: readonly string[], terms: SearchQuery['terms']): string {
  let best = { text: texts[0] ?? '', found: 0 };
  for (const text of texts) {
    const found = countTerms(text, terms);
    if (found > best.found) best = { text, found };
  }
  return best.text;
}
