/** What programs can be told of. */
export const webhookEvents = [
  'ticket.created',
  'ticket.updated',
  'ticket.status_changed',
  'ticket.assigned',
  'ticket.deleted',
  'message.created',
  'note.created',
] as const;

export type WebhookEvent = (typeof webhookEvents)[number];
