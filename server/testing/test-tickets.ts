import { consoleRules } from '#shared/model/rule-set.ts';
import type { Actor } from '#shared/model/user.ts';
import type { MutationCall, MutatorArgs } from '#shared/mutators/registry.ts';
import type { Services } from '../services.ts';
import type { WrittenChanges } from '../tickets/ticket-writer.ts';
import type { StoredTicket } from '../tickets/ticket.repo.ts';

/** Makes a change that the test takes for granted; a refusal fails the test. */
export async function applyChange(
  { tickets }: Services,
  actor: Actor,
  call: MutationCall,
): Promise<WrittenChanges> {
  const outcome = await tickets.change(call, { actor, rules: consoleRules, origin: 'console' });
  if (outcome.kind !== 'applied') throw new Error(`${call.name} was not applied: ${JSON.stringify(outcome)}`);
  return outcome.written;
}

export type TicketFields = Partial<MutatorArgs<'ticket-create'>> & {
  /** The id of the user it is assigned to once it is there. */
  assigneeId?: number;
};

/** Opens a ticket through the service, as the console would; whatever is not given is filled in. */
export async function createTestTicket(
  services: Services,
  actor: Actor,
  { assigneeId, ...fields }: TicketFields = {},
): Promise<StoredTicket> {
  const { mintUid } = services;
  const args: MutatorArgs<'ticket-create'> = {
    ticket_uid: mintUid(),
    message_uid: mintUid(),
    activity_uid: mintUid(),
    subject: 'Refund has not arrived',
    description: 'I returned the order two weeks ago and still wait for my money.',
    priority: 'medium',
    category: 'payment',
    source: 'web',
    requester: { id: null, name: 'Robin Hale', email: 'robin@example.org' },
    phone_number: null,
    merchant_id: null,
    tags: [],
    ...fields,
  };
  const { ticket } = await applyChange(services, actor, { name: 'ticket-create', args });
  if (assigneeId === undefined) return ticket;
  const assigned = await applyChange(services, actor, {
    name: 'ticket-assign',
    args: {
      ticket_uid: ticket.uid,
      activity_uid: mintUid(),
      status_activity_uid: mintUid(),
      assignee_id: assigneeId,
    },
  });
  return assigned.ticket;
}
