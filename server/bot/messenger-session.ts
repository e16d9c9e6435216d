import type { UidFactory } from '#shared/model/uid.ts';
import type { Tx } from '../database/handles.ts';
import type { Messenger } from '../inbound/inbound-message.ts';
import { findSessionAt, saveChatSession, type ChatSession } from './chat-session.repo.ts';

/**
 * Where a conversation by messenger stands: the bot answers, it has offered to hand over, people have it, or they have
 * it and the customer was told that what they add is seen.
 */
export type MessengerState = 'bot' | 'offered' | 'handed_over' | 'told';

interface SessionPlace {
  messenger: Messenger;
  /** For WhatsApp in digits. */
  address: string;
  userId: number | null;
  language: string | null;
}

/** The conversation with whoever is at this address, as it is or as it begins. */
export async function openSessionAt(
  tx: Tx,
  { messenger, address, userId, language }: SessionPlace,
  mintUid: UidFactory,
  now: number,
): Promise<ChatSession> {
  const known = await findSessionAt(tx.db, messenger, address);
  if (known !== null) return { ...known, user_id: userId, language: language ?? known.language };
  return {
    id: mintUid(),
    user_id: userId,
    channel: messenger,
    address,
    ticket_id: null,
    state: 'bot',
    misses: 0,
    language,
    created_at: now,
    updated_at: now,
  };
}

/** What the customer says next belongs to this ticket: somebody has just written to them about it. */
export async function pointSessionAt(
  tx: Tx,
  place: Omit<SessionPlace, 'language'>,
  ticketId: number,
  mintUid: UidFactory,
  now: number,
): Promise<void> {
  const session = await openSessionAt(tx, { ...place, language: null }, mintUid, now);
  await saveChatSession(tx, {
    ...session,
    ticket_id: ticketId,
    state: 'handed_over' satisfies MessengerState,
    updated_at: now,
  });
}
