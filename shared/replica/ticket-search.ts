import { sql, type SqlBool } from 'kysely';
import { ticketColumns } from '../model/columns.ts';
import { filteredColumns, foldCase, matchesFilters, type FilteredTicket } from '../model/search-filter.ts';
import { parseSearch, type SearchFilter, type SearchTerm } from '../model/search-query.ts';
import type { TicketRow } from '../model/ticket.ts';
import type { SearchHit, TextPart } from '../protocol/ticket-list.ts';
import type { ReplicaDb } from './tables.ts';

/** Around a match in what SQLite highlights; signs that nobody writes. */
const matchStart = '\u0001';
const matchEnd = '\u0002';
/** Words of an excerpt. */
const excerptTokens = 14;

/** How many of the best tickets with the words filters look at, and how many of the newest without any. */
const rankLimit = 1_000;
const scanLimit = 20_000;

function termMatch({ text, isPrefix }: SearchTerm): string {
  const number = /^#(\d+)$/.exec(text)?.[1];
  const phrase = `"${(number ?? text).replaceAll('"', ' ')}"${isPrefix ? '*' : ''}`;
  return number === undefined ? phrase : `number : ${phrase}`;
}

/** The terms that must occur, without those that must not; null when none must. */
function matchOfTerms(terms: readonly SearchTerm[]): string | null {
  const wanted = terms.filter(({ isExcluded }) => !isExcluded).map(termMatch);
  if (wanted.length === 0) return null;
  const unwanted = unwantedMatchOf(terms);
  return unwanted === null ? wanted.join(' AND ') : `(${wanted.join(' AND ')}) NOT (${unwanted})`;
}

function unwantedMatchOf(terms: readonly SearchTerm[]): string | null {
  const unwanted = terms.filter(({ isExcluded }) => isExcluded).map(termMatch);
  return unwanted.length === 0 ? null : unwanted.join(' OR ');
}

/** Plain words as a query of the index: every word must occur, the last one may be unfinished. Null for no word. */
export function matchOf(text: string): string | null {
  const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  return matchOfTerms(
    words.map((word, index) => ({
      text: word,
      isPhrase: false,
      isPrefix: index === words.length - 1,
      isExcluded: false,
    })),
  );
}

/** The ticket's number, when that is all that was typed: `#12` or `12`. */
function numberOf(text: string): number | null {
  const digits = /^#?(\d{1,15})$/.exec(text.trim())?.[1];
  return digits === undefined ? null : Number(digits);
}

/** Splits a highlighted text into what matched and what did not. */
export function partsOf(highlighted: string): TextPart[] {
  return highlighted
    .split(matchStart)
    .flatMap((piece, index): TextPart[] => {
      const end = index === 0 ? -1 : piece.indexOf(matchEnd);
      if (end === -1) return [{ text: piece, is_match: false }];
      return [
        { text: piece.slice(0, end), is_match: true },
        { text: piece.slice(end + 1), is_match: false },
      ];
    })
    .filter((part) => part.text !== '');
}

interface Found {
  doc: number;
  subject: string;
  requester: string;
  description: string;
  conversation: string;
}

/**
 * `ORDER BY rank` lets the index itself sort, so that texts are highlighted for the best rows alone.
 * `among` leaves the others out.
 */
async function findDocuments(
  db: ReplicaDb,
  match: string,
  limit: number,
  among: readonly number[] | null,
): Promise<Found[]> {
  // @NOTE: FTS5 passes over a row id that is bound as a real, as every number is here; the plus keeps it from looking.
  const only = among === null ? sql`` : sql`AND +rowid IN (${sql.join(among)})`;
  const { rows } = await sql<Found>`
    SELECT rowid AS doc,
      highlight(ticket_search, 2, ${matchStart}, ${matchEnd}) AS subject,
      highlight(ticket_search, 3, ${matchStart}, ${matchEnd}) AS requester,
      snippet(ticket_search, 4, ${matchStart}, ${matchEnd}, '…', ${excerptTokens}) AS description,
      snippet(ticket_search, 5, ${matchStart}, ${matchEnd}, '…', ${excerptTokens}) AS conversation
    FROM ticket_search WHERE ticket_search MATCH ${match} ${only} ORDER BY rank LIMIT ${limit}`.execute(db);
  return rows;
}

const plain = (text: string): TextPart[] => partsOf(text);

/** The customer's name; with everything by which they can be reached when that is what was looked for. */
function requesterOf(ticket: TicketRow, highlighted: string): TextPart[] {
  if (highlighted.includes(matchStart)) return partsOf(highlighted);
  return plain(ticket.requester_name ?? ticket.requester_email ?? ticket.phone_number ?? '');
}

function hitOf(ticket: TicketRow, found: Found): SearchHit {
  const excerpt = [found.conversation, found.description].find((text) => text.includes(matchStart));
  return {
    ticket,
    subject: partsOf(found.subject),
    requester: requesterOf(ticket, found.requester),
    excerpt: partsOf(excerpt ?? found.description),
  };
}

function plainHit(ticket: TicketRow): SearchHit {
  const excerpt = plain(ticket.description.slice(0, 160));
  return { ticket, subject: plain(ticket.subject), requester: requesterOf(ticket, ''), excerpt };
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

type Fits = (ticket: FilteredTicket) => boolean;

async function rankDocuments(db: ReplicaDb, match: string): Promise<number[]> {
  const { rows } = await sql<{ doc: number }>`
    SELECT rowid AS doc FROM ticket_search WHERE ticket_search MATCH ${match}
    ORDER BY rank LIMIT ${rankLimit}`.execute(db);
  return rows.map(({ doc }) => doc);
}

async function findByWords(db: ReplicaDb, match: string, limit: number, fits: Fits | null) {
  let among: number[] | null = null;
  if (fits !== null) {
    const ranked = await ticketsByDocument(db, await rankDocuments(db, match));
    among = [...ranked].filter(([, ticket]) => fits(ticket)).map(([doc]) => doc);
  }
  const found = await findDocuments(db, match, limit, among);
  const byDocument = await ticketsByDocument(
    db,
    found.map(({ doc }) => doc),
  );
  return found.flatMap((row) => {
    const ticket = byDocument.get(row.doc);
    return ticket === undefined ? [] : [hitOf(ticket, row)];
  });
}

/** Without words to look for: the ones that changed last. */
async function findNewest(db: ReplicaDb, limit: number, fits: Fits, unwanted: string | null) {
  const rows = await db
    .selectFrom('ticket_view')
    .select(['uid', ...filteredColumns])
    .$if(unwanted !== null, (query) =>
      query.where(
        sql<SqlBool>`uid NOT IN (SELECT uid FROM search_ticket WHERE doc IN
          (SELECT rowid FROM ticket_search WHERE ticket_search MATCH ${unwanted}))`,
      ),
    )
    .orderBy('updated_at', 'desc')
    .limit(scanLimit)
    .execute();
  const uids = rows
    .filter(fits)
    .slice(0, limit)
    .map(({ uid }) => uid);
  const byUid = await ticketsOf(db, uids);
  return uids.flatMap((uid) => {
    const ticket = byUid.get(uid);
    return ticket === undefined ? [] : [plainHit(ticket)];
  });
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
 * Tickets held here that fit what was typed (`parseSearch`), the best first; of more than a thousand with the words,
 * filters look at the thousand best.
 */
export async function searchTickets(
  db: ReplicaDb,
  text: string,
  { limit, userId, now }: LocalSearch,
): Promise<SearchHit[]> {
  const { terms, filters } = parseSearch(text, { isTyping: true });
  if (terms.length === 0 && filters.length === 0) return [];
  const idByName = await namesIn(db, filters);
  const context = { userId, now, idOfName: (name: string) => idByName.get(foldCase(name)) ?? null };
  const fits: Fits = (ticket) => matchesFilters(ticket, filters, context);
  const match = matchOfTerms(terms);
  const hits =
    match === null
      ? await findNewest(db, limit, fits, unwantedMatchOf(terms))
      : await findByWords(db, match, limit, filters.length === 0 ? null : fits);
  const number = numberOf(text);
  const exact = number === null ? null : await findByNumber(db, number);
  if (exact === null) return hits;
  return [exact, ...hits.filter(({ ticket }) => ticket.uid !== exact.ticket.uid)].slice(0, limit);
}
