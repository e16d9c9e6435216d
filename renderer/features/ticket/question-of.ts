import { isEmptyWord } from '#shared/model/empty-words.ts';
import type { TicketDetail } from '#shared/protocol/ticket-detail.ts';

/** As much of a long message as says what it is about, in characters. */
const readLength = 2000;

/**
 * What the customer asks, in the words that say what it is about: those of the subject and of their last message, or of
 * the description while they wrote none. Empty when nothing is asked; any answer would fit that.
 */
export function questionOf({ ticket, messages }: Pick<TicketDetail, 'ticket' | 'messages'>): string {
  const said = messages.findLast(({ row }) => row.sender_type === 'user' && row.visibility === 'public');
  const text = `${ticket.subject}\n${said?.row.text ?? ticket.description}`.slice(0, readLength);
  const words = text.match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  return words.filter((word) => !isEmptyWord(word)).join(' ');
}
