import { z } from 'zod';
import { previewLength, type ActivityRow, type MessageRow, type TicketRow } from '../model/ticket.ts';
import type { Actor } from '../model/user.ts';
import type { MutatorContext } from './mutator.ts';

/** Longest message, note or description that any surface accepts, in characters. */
export const maxTextLength = 50_000;

/** Most tags on one ticket. */
export const maxTags = 50;
export const tagsSchema = z.array(z.string().trim().min(1).max(50)).max(maxTags);

type ActivityFields = Pick<ActivityRow, 'kind'> & {
  uid: string;
  from_value?: string | null;
  to_value?: string | null;
  message_uid?: string;
  data?: Record<string, unknown>;
};

/** An activity row as its author predicts it; the node gives it its integer id. */
export function draftActivity(
  ticketUid: string,
  context: MutatorContext,
  fields: ActivityFields,
): ActivityRow {
  return {
    uid: fields.uid,
    id: null,
    ver: 1,
    ticket_uid: ticketUid,
    actor_id: context.actor.id,
    actor_name: context.actor.full_name,
    kind: fields.kind,
    from_value: fields.from_value ?? null,
    to_value: fields.to_value ?? null,
    message_uid: fields.message_uid ?? null,
    data: JSON.stringify(fields.data ?? {}),
    created_at: context.now,
  };
}

/** Who changed the ticket, as activities record it (admin-dashboard document, "Get Ticket Activity Log"). */
export function actorTrace(actor: Actor): { added_by: string; added_by_role: string } {
  return { added_by: actor.username, added_by_role: actor.role };
}

/** The ticket columns that show its newest public message. */
export function lastMessageColumns(
  message: Pick<MessageRow, 'text' | 'sender_type' | 'created_at'>,
): Pick<TicketRow, 'last_message_at' | 'last_message_text' | 'last_message_sender'> {
  return {
    last_message_at: message.created_at,
    last_message_text: message.text.slice(0, previewLength),
    last_message_sender: message.sender_type,
  };
}
