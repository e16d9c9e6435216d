import { sql, type SqlBool } from 'kysely';
import { ticketColumns } from '../model/columns.ts';
import { columnsOf, foldCase, matchesFilters, type FilteredTicket } from '../model/search-filter.ts';
import { parseSearch, type SearchFilter } from '../model/search-query.ts';
import type { TicketRow } from '../model/ticket.ts';
import type { Found, SearchHit } from '../protocol/ticket-list.ts';
import { hitOf, matchEnd, matchStart, plainHit, type FoundDocument } from './search-hit.ts';
import { matchOfTerms, unwantedMatchOf } from './search-match.ts';
import type { ReplicaDb } from './tables.ts';

/** Words of an excerpt. */
const excerptTokens = 14;

/** Of so many tickets with the words, the newest, the best are found: a common word is in nearly all of them. */
const rankedLimit = 1_000;
/** How many of the newest tickets filters look at, with words and without any, and how many in one go. */
const filteredLimit = 4_000;
const fittingLimit = 250;
const scanLimit = 20_000;
const scanChunk = 250;

/** The ticket's number, when that is all that was typed: `#12` or `12`. */
function numberOf(text: string): number | null {
  const digits = /^#?(\d{1,15})$/.exec(text.trim())?.[1];
  return digits === undefined ? null : Number(digits);
}

/**
 * `ORDER BY rank` lets the index itself sort, so that texts are highlighted for the best rows alone. `since`: the first
 * document that is looked at. `among` leaves the others out.
 */
async function findDocuments(
  db: ReplicaDb,
  match: string,
  limit: number,
  { since, among }: { since: number; among: readonly number[] | null },
): Promise<FoundDocument[]> {
  // @NOTE: FTS5 passes over a row id that is bound as a real, as every number is here: one bound is cast for it, and the
  // plus keeps it from looking at the others.
  const only = among === null ? sql`` : sql`AND +rowid IN (${sql.join(among)})`;
  const { rows } = await sql<FoundDocument>`
    SELECT rowid AS doc,
      highlight(ticket_search, 2, ${matchStart}, ${matchEnd}) AS subject,
      highlight(ticket_search, 3, ${matchStart}, ${matchEnd}) AS requester,
      snippet(ticket_search, 4, ${matchStart}, ${matchEnd}, '…', ${excerptTokens}) AS description,
      snippet(ticket_search, 5, ${matchStart}, ${matchEnd}, '…', ${excerptTokens}) AS conversation
    FROM ticket_search
    WHERE ticket_search MATCH ${match} AND rowid >= CAST(${since} AS INTEGER) ${only}
    ORDER BY rank LIMIT ${limit}`.execute(db);
  return rows;
}

/** The ticket that is called by this number, as the first hit. */
async function findByNumber(db: ReplicaDb, id: number): Promise<SearchHit | null> {
  const ticket = await db
    .selectFrom('ticket_view')
    .select(ticketColumns)
    .where('id', '=', id)
    .executeTakeFirst();
  return ticket === undefined ? null : plainHit(ticket);
}

async function ticketsOf(db: ReplicaDb, uids: readonly string[]): Promise<Map<string, TicketRow>> {
  const rows = await db.selectFrom('ticket_view').select(ticketColumns).where('uid', 'in', uids).execute();
  return new Map(rows.map((ticket) => [ticket.uid, ticket]));
}

async function ticketsByDocument(db: ReplicaDb, docs: readonly number[]): Promise<Map<number, TicketRow>> {
  const documents = await db
    .selectFrom('search_ticket')
    .select(['doc', 'uid'])
    .where('doc', 'in', docs)
    .execute();
  const byUid = await ticketsOf(
    db,
    documents.map(({ uid }) => uid),
  );
  return new Map(
    documents.flatMap(({ doc, uid }) => {
      const ticket = byUid.get(uid);
      return ticket === undefined ? [] : [[doc, ticket]];
    }),
  );
}

/** What tickets must be besides having the words. */
interface Wanted {
  /** The columns that are looked at. */
  columns: readonly (keyof FilteredTicket)[];
  fits: (ticket: FilteredTicket) => boolean;
}

interface Hits {
  hits: SearchHit[];
  /** Older ones may fit, too, and were not looked at. */
  isNewestOnly: boolean;
}

/** Documents with the words, the newest first: they are numbered in the order in which their tickets came. */
async function newestDocuments(db: ReplicaDb, match: string, limit: number): Promise<number[]> {
  const { rows } = await sql<{ doc: number }>`
    SELECT rowid AS doc FROM ticket_search WHERE ticket_search MATCH ${match}
    ORDER BY rowid DESC LIMIT ${limit}`.execute(db);
  return rows.map(({ doc }) => doc);
}

/** Those of the documents whose tickets fit, in the same order; `fittingLimit` of them are enough. */
async function fittingDocuments(
  db: ReplicaDb,
  docs: readonly number[],
  { columns, fits }: Wanted,
): Promise<number[]> {
  const fitting: number[] = [];
  for (let from = 0; from < docs.length && fitting.length < fittingLimit; from += scanChunk) {
    const chunk = docs.slice(from, from + scanChunk);
    const rows = await db
      .selectFrom('search_ticket')
      .innerJoin('ticket_view', 'ticket_view.uid', 'search_ticket.uid')
      .select('doc')
      .select(columns)
      .where('doc', 'in', chunk)
      .execute();
    const fittingIn = new Set(rows.filter(fits).map(({ doc }) => doc));
    fitting.push(...chunk.filter((doc) => fittingIn.has(doc)));
  }
  return fitting.slice(0, fittingLimit);
}

async function findByWords(
  db: ReplicaDb,
  match: string,
  limit: number,
  wanted: Wanted | null,
): Promise<Hits> {
  const lookedAt = wanted === null ? rankedLimit : filteredLimit;
  const docs = await newestDocuments(db, match, lookedAt);
  const among = wanted === null ? null : await fittingDocuments(db, docs, wanted);
  const since = (among ?? docs).at(-1) ?? 0;
  const found = await findDocuments(db, match, limit, { since, among });
  const byDocument = await ticketsByDocument(
    db,
    found.map(({ doc }) => doc),
  );
  const hits = found.flatMap((row) => {
    const ticket = byDocument.get(row.doc);
    return ticket === undefined ? [] : [hitOf(ticket, row)];
  });
  return { hits, isNewestOnly: docs.length === lookedAt || among?.length === fittingLimit };
}

/** Without words to look for: the ones that changed last. */
async function findNewest(
  db: ReplicaDb,
  limit: number,
  { columns, fits }: Wanted,
  unwanted: string | null,
): Promise<Hits> {
  const uids: string[] = [];
  let last: { updated_at: number; uid: string } | undefined;
  let lookedAt = 0;
  do {
    const after = last;
    const rows = await db
      .selectFrom('ticket_view')
      .select(['uid', 'updated_at', ...columns])
      .$if(unwanted !== null, (query) =>
        query.where(
          sql<SqlBool>`uid NOT IN (SELECT uid FROM search_ticket WHERE doc IN
            (SELECT rowid FROM ticket_search WHERE ticket_search MATCH ${unwanted}))`,
        ),
      )
      .$if(after !== undefined, (query) =>
        query.where(sql<SqlBool>`(updated_at, uid) < (${after?.updated_at}, ${after?.uid})`),
      )
      .orderBy('updated_at', 'desc')
      .orderBy('uid', 'desc')
      .limit(scanChunk)
      .execute();
    uids.push(...rows.filter(fits).map(({ uid }) => uid));
    lookedAt += rows.length;
    last = rows.length < scanChunk ? undefined : rows.at(-1);
  } while (last !== undefined && uids.length < limit && lookedAt < scanLimit);
  const found = uids.slice(0, limit);
  const byUid = await ticketsOf(db, found);
  const hits = found.flatMap((uid) => {
    const ticket = byUid.get(uid);
    return ticket === undefined ? [] : [plainHit(ticket)];
  });
  return { hits, isNewestOnly: last !== undefined && uids.length < limit };
}

/** The ids of the users whom the filters call by name. */
async function namesIn(db: ReplicaDb, filters: readonly SearchFilter[]): Promise<Map<string, number>> {
  const refs = filters.flatMap((filter) => (filter.field === 'assignee' ? filter.values : []));
  const names = refs.flatMap((ref) => (ref.kind === 'name' ? [foldCase(ref.name)] : []));
  if (names.length === 0) return new Map();
  const people = await db.selectFrom('profile').select(['id', 'username']).execute();
  return new Map(people.map(({ id, username }) => [foldCase(username), id]));
}

/** How much is looked for, and what `me` and `7d` mean. */
export interface LocalSearch {
  limit: number;
  userId: number;
  /** Ms UTC. */
  now: number;
}

/**
 * Tickets held here that fit what was typed (`parseSearch`), the best first. Words that are in more tickets than can be
 * looked through at once are looked for in the newest of these.
 */
export async function searchTickets(
  db: ReplicaDb,
  text: string,
  { limit, userId, now }: LocalSearch,
): Promise<Omit<Found, 'is_complete'>> {
  const { terms, filters } = parseSearch(text, { isTyping: true });
  if (terms.length === 0 && filters.length === 0) return { hits: [], is_newest_only: false };
  const idByName = await namesIn(db, filters);
  const context = { userId, now, idOfName: (name: string) => idByName.get(foldCase(name)) ?? null };
  const wanted: Wanted = {
    columns: columnsOf(filters),
    fits: (ticket) => matchesFilters(ticket, filters, context),
  };
  const match = matchOfTerms(terms);
  const { hits, isNewestOnly: is_newest_only } =
    match === null
      ? await findNewest(db, limit, wanted, unwantedMatchOf(terms))
      : await findByWords(db, match, limit, filters.length === 0 ? null : wanted);
  const number = numberOf(text);
  const exact = number === null ? null : await findByNumber(db, number);
  if (exact === null) return { hits, is_newest_only };
  const others = hits.filter(({ ticket }) => ticket.uid !== exact.ticket.uid);
  return { hits: [exact, ...others].slice(0, limit), is_newest_only };
}
