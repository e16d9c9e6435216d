import type { MutationCall } from '#shared/mutators/registry.ts';
import { DeskError } from '#shared/protocol/errors.ts';
import type { Actor } from '#shared/model/user.ts';
import { accessOf } from '../../auth/access-hooks.ts';
import { toUtcDate } from '../../http/utc-date.ts';
import type { StoredTicket } from '../../tickets/ticket.repo.ts';
import type { ChangeContext } from '../../tickets/ticket.service.ts';
import { assignSelfAnswer, noteAnswer, reassignAnswer, updateStatusAnswer } from './answers.schemas.ts';
import { ticketOrThrow, writtenOrThrow } from './refusals.ts';
import {
  shownPriority,
  shownStatus,
  supportOrigin,
  supportRules,
  takingRules,
  writtenPriority,
  writtenStatus,
  type SupportPriority,
  type SupportStatus,
} from './rules.ts';
import { noteBody, reassignBody, ticketParams, updateStatusBody } from './schemas.ts';
import type { SupportRoutes } from './support-routes.ts';
import { agentNotFound, mayNotMove, mayNotNote, noLongerOpen, ticketNotFound } from './texts.ts';
import { agentIdOrThrow, idOrThrow } from './ticket-ids.ts';

const contextOf = (actor: Actor): ChangeContext => ({ actor, rules: supportRules, origin: supportOrigin });

/** "Support Ticket Endpoints", changing. */
export const ticketChangeRoutes: SupportRoutes = (app, context) => {
  addStatus(app, context);
  addAssignSelf(app, context);
  addReassign(app, context);
  addNote(app, context);
};

const addStatus: SupportRoutes = (app, { services, hooks: { signedIn: onRequest }, ids }) => {
  app.put(
    '/api/support/tickets/:ticket_id/update-status/',
    {
      onRequest,
      schema: { params: ticketParams, body: updateStatusBody, response: { 200: updateStatusAnswer } },
    },
    async (request) => {
      const { actor } = accessOf(request);
      const id = idOrThrow(ids, request.params.ticket_id);
      const { status, priority } = request.body;
      const outcome = await services.tickets.changeTogether(
        id,
        (ticket) => [moveTo(ticket, status, services.mintUid), ...rank(ticket, priority, services.mintUid)],
        contextOf(actor),
      );
      const ticket = ticketOrThrow(outcome, actor, mayNotMove);
      return {
        message: 'Ticket status updated successfully',
        ticket: {
          id: ids.encode('ticket', ticket.id),
          status: shownStatus[ticket.status],
          priority: shownPriority[ticket.priority],
        },
      };
    },
  );
};

/** Writing the status that shows changes nothing (mapping, section 0), but asks policy all the same. */
function moveTo(
  { uid, status: from }: StoredTicket,
  word: SupportStatus,
  mintUid: () => string,
): MutationCall {
  const move = shownStatus[from] === word ? { to: from, base: from } : { to: writtenStatus[word] };
  return { name: 'ticket-status', args: { ticket_uid: uid, activity_uid: mintUid(), ...move } };
}

/** "High" shows for critical too: written back, it leaves that as it is (mapping, section 4). */
function rank(
  { uid, priority: from }: StoredTicket,
  word: SupportPriority | undefined,
  mintUid: () => string,
): MutationCall[] {
  if (word === undefined || shownPriority[from] === word) return [];
  const args = { ticket_uid: uid, activity_uid: mintUid(), priority: writtenPriority[word] };
  return [{ name: 'ticket-priority', args }];
}

const addAssignSelf: SupportRoutes = (app, { services, hooks: { approvedAgents: onRequest }, ids }) => {
  app.post(
    '/api/support/tickets/:ticket_id/assign-self/',
    { onRequest, schema: { params: ticketParams, response: { 200: assignSelfAnswer } } },
    async (request) => {
      const { actor } = accessOf(request);
      const id = idOrThrow(ids, request.params.ticket_id);
      const context = { actor, rules: takingRules, origin: supportOrigin };
      const outcome = await services.ticketDesk.take(id, context);
      if (outcome.kind === 'refused' && outcome.refusal.code === 'invalid_transition') {
        throw new DeskError('invalid', noLongerOpen);
      }
      const ticket = ticketOrThrow(outcome, actor, mayNotMove);
      return {
        message: 'Ticket assigned to you successfully',
        ticket: {
          id: ids.encode('ticket', ticket.id),
          status: shownStatus[ticket.status],
          agent_id: ids.encodeOrNull('user', ticket.assignee_id),
        },
      };
    },
  );
};

const addReassign: SupportRoutes = (app, { services, hooks: { adminOnly: onRequest }, ids }) => {
  app.post(
    '/api/support/tickets/:ticket_id/reassign/',
    { onRequest, schema: { params: ticketParams, body: reassignBody, response: { 200: reassignAnswer } } },
    async (request) => {
      const { actor } = accessOf(request);
      const id = idOrThrow(ids, request.params.ticket_id);
      const agent = await services.users.find(agentIdOrThrow(ids, request.body.agent_id));
      if (agent === null) throw new DeskError('not_found', agentNotFound);
      const outcome = await services.ticketDesk.reassign(id, agent, contextOf(actor));
      const ticket = ticketOrThrow(outcome, actor, mayNotMove);
      return {
        message: 'Ticket reassigned successfully',
        ticket: {
          id: ids.encode('ticket', ticket.id),
          agent_id: ids.encodeOrNull('user', ticket.assignee_id),
        },
      };
    },
  );
};

const addNote: SupportRoutes = (app, { services, hooks: { signedIn: onRequest }, ids }) => {
  const { tickets, ticketReads, mintUid } = services;
  app.post(
    '/api/support/tickets/:ticket_id/add-note/',
    { onRequest, schema: { params: ticketParams, body: noteBody, response: { 201: noteAnswer } } },
    async (request, reply) => {
      const { actor } = accessOf(request);
      const ticket = await ticketReads.find({ id: idOrThrow(ids, request.params.ticket_id) });
      if (ticket === null) throw new DeskError('not_found', ticketNotFound);
      const args = {
        ticket_uid: ticket.uid,
        message_uid: mintUid(),
        activity_uid: mintUid(),
        text: request.body.note,
      };
      const outcome = await tickets.change({ name: 'ticket-note', args }, contextOf(actor));
      const [note] = writtenOrThrow(outcome, actor, mayNotNote).messages;
      if (note === undefined) throw new Error('A note was written without a message');
      const { id, text, created_at } = note;
      return reply.code(201).send({
        message: 'Internal note added successfully',
        note: { id: ids.encode('note', id), note: text, created_at: toUtcDate(created_at) },
      });
    },
  );
};
