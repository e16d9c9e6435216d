import { sql } from 'kysely';
import { ticketColumns } from '../model/columns.ts';
import type { TicketRow } from '../model/ticket.ts';
import type { SearchHit, TextPart } from '../protocol/ipc.ts';
import type { ReplicaDb } from './truth.ts';

/** Around a match in what SQLite highlights; signs that nobody writes. */
const matchStart = '\u0001';
const matchEnd = '\u0002';
/** Words of an excerpt. */
const excerptTokens = 14;

/** What was typed, as a query of the index: every word must occur, the last one may be unfinished. Null for no word. */
export function matchOf(text: string): string | null {
  const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const terms = words.map((word, index) => {
    const number = /^#(\d+)$/.exec(word)?.[1];
    const phrase = `"${(number ?? word).replaceAll('"', ' ')}"`;
    const prefix = index === words.length - 1 ? '*' : '';
    return `${number === undefined ? '' : 'number : '}${phrase}${prefix}`;
  });
  return terms.length === 0 ? null : terms.join(' AND ');
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

/** `ORDER BY rank` lets the index itself sort, so that texts are highlighted for the best rows alone. */
async function findDocuments(db: ReplicaDb, match: string, limit: number): Promise<Found[]> {
  const { rows } = await sql<Found>`
    SELECT rowid AS doc,
      highlight(ticket_search, 2, ${matchStart}, ${matchEnd}) AS subject,
      highlight(ticket_search, 3, ${matchStart}, ${matchEnd}) AS requester,
      snippet(ticket_search, 4, ${matchStart}, ${matchEnd}, '…', ${excerptTokens}) AS description,
      snippet(ticket_search, 5, ${matchStart}, ${matchEnd}, '…', ${excerptTokens}) AS conversation
    FROM ticket_search WHERE ticket_search MATCH ${match} ORDER BY rank LIMIT ${limit}`.execute(db);
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

/** The ticket that is called by this number, as the first hit. */
async function findByNumber(db: ReplicaDb, id: number): Promise<SearchHit | null> {
  const ticket = await db
    .selectFrom('ticket_view')
    .select(ticketColumns)
    .where('id', '=', id)
    .executeTakeFirst();
  if (ticket === undefined) return null;
  const excerpt = plain(ticket.description.slice(0, 160));
  return { ticket, subject: plain(ticket.subject), requester: requesterOf(ticket, ''), excerpt };
}

/** Tickets held here in which all the words occur, the best first. */
export async function searchTickets(db: ReplicaDb, text: string, limit: number): Promise<SearchHit[]> {
  const match = matchOf(text);
  if (match === null) return [];
  const found = await findDocuments(db, match, limit);
  const number = numberOf(text);
  const exact = number === null ? null : await findByNumber(db, number);
  const documents = await db
    .selectFrom('search_ticket')
    .select(['doc', 'uid'])
    .where(
      'doc',
      'in',
      found.map(({ doc }) => doc),
    )
    .execute();
  const uidByDoc = new Map(documents.map(({ doc, uid }) => [doc, uid]));
  const tickets = await db
    .selectFrom('ticket_view')
    .select(ticketColumns)
    .where('uid', 'in', [...uidByDoc.values()])
    .execute();
  const ticketByUid = new Map(tickets.map((ticket) => [ticket.uid, ticket]));
  const hits = found.flatMap((row) => {
    const ticket = ticketByUid.get(uidByDoc.get(row.doc) ?? '');
    return ticket === undefined || ticket.uid === exact?.ticket.uid ? [] : [hitOf(ticket, row)];
  });
  return (exact === null ? hits : [exact, ...hits]).slice(0, limit);
}
