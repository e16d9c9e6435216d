import type { TicketRow } from '../model/ticket.ts';
import type { SearchHit, TextPart } from '../protocol/ticket-list.ts';

/** Around a match in what SQLite highlights; signs that nobody writes. */
export const matchStart = '\u0001';
export const matchEnd = '\u0002';

/** The texts of a ticket in which something was found, with the matches marked. */
export interface FoundDocument {
  doc: number;
  subject: string;
  requester: string;
  description: string;
  conversation: string;
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

const plain = (text: string): TextPart[] => partsOf(text);

/** The customer's name; with everything by which they can be reached when that is what was looked for. */
function requesterOf(ticket: TicketRow, highlighted: string): TextPart[] {
  if (highlighted.includes(matchStart)) return partsOf(highlighted);
  return plain(ticket.requester_name ?? ticket.requester_email ?? ticket.phone_number ?? '');
}

/** What is shown of a ticket for what was found in it. */
export function hitOf(ticket: TicketRow, found: FoundDocument): SearchHit {
  const excerpt = [found.conversation, found.description].find((text) => text.includes(matchStart));
  return {
    ticket,
    subject: partsOf(found.subject),
    requester: requesterOf(ticket, found.requester),
    excerpt: partsOf(excerpt ?? found.description),
  };
}

/** What is shown of a ticket in which nothing was looked for. */
export function plainHit(ticket: TicketRow): SearchHit {
  const excerpt = plain(ticket.description.slice(0, 160));
  return { ticket, subject: plain(ticket.subject), requester: requesterOf(ticket, ''), excerpt };
}
