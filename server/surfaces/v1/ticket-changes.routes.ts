import type { Status } from '#shared/model/status.ts';
import { accessOf } from '../../auth/access-hooks.ts';
import { success } from './answer.ts';
import { toV1Date, toV1DateOrNull } from './dates.ts';
import { shownStatus, writtenStatus, type V1Status } from './rules.ts';
import { accessTexts, forbiddenTexts } from './texts.ts';
import { contextOf, findOrThrow, writtenOrThrow } from './ticket-access.ts';
import {
  assignAnswer,
  categoryAnswer,
  noteAnswer,
  priorityAnswer,
  statusAnswer,
} from './ticket-answers.schemas.ts';
import {
  assignBody,
  categoryBody,
  noteBody,
  priorityBody,
  statusBody,
  ticketParams,
} from './tickets.schemas.ts';
import type { V1Routes } from './v1-routes.ts';

/** "Ticket Management APIs", changing; and the priority, which is our own. */
export const ticketChangeRoutes: V1Routes = (app, context) => {
  addAssign(app, context);
  addStatus(app, context);
  addCategory(app, context);
  addPriority(app, context);
  addNotes(app, context);
};

const addAssign: V1Routes = (app, { services, hooks: { adminOnly: onRequest } }) => {
  const { tickets, ticketReads, users, mintUid } = services;
  app.patch(
    '/:ticket_id/assign',
    { onRequest, schema: { params: ticketParams, body: assignBody, response: { 200: assignAnswer } } },
    async (request) => {
      const ref = request.params.ticket_id;
      const { agent_id, reason } = request.body;
      const before = await findOrThrow(ticketReads, ref);
      const args = {
        ticket_uid: before.uid,
        activity_uid: mintUid(),
        status_activity_uid: mintUid(),
        assignee_id: agent_id,
        ...(reason === undefined ? {} : { reason }),
      };
      const outcome = await tickets.change(
        { name: 'ticket-assign', args },
        contextOf(accessOf(request).actor),
      );
      const ticket = writtenOrThrow(outcome, ref, accessTexts.adminsOnly)?.ticket ?? before;
      const agent = await users.find(agent_id);
      return success({
        message: `Ticket assigned to ${agent?.full_name ?? ''}`,
        ticket: {
          id: ticket.id,
          ticket_id: ticket.code,
          assigned_agent_id: ticket.assignee_id,
          assigned_at: toV1DateOrNull(ticket.assigned_at),
          reassignment_count: ticket.reassignment_count,
        },
      });
    },
  );
};

const addStatus: V1Routes = (app, { services, hooks: { signedIn: onRequest } }) => {
  const { tickets, ticketReads, mintUid } = services;
  app.patch(
    '/:ticket_id/status',
    { onRequest, schema: { params: ticketParams, body: statusBody, response: { 200: statusAnswer } } },
    async (request) => {
      const ref = request.params.ticket_id;
      const { status: word, resolution_notes } = request.body;
      const before = await findOrThrow(ticketReads, ref);
      const args = {
        ticket_uid: before.uid,
        activity_uid: mintUid(),
        ...moveTo(word, before.status),
        ...(resolution_notes === undefined ? {} : { resolution_notes }),
      };
      const outcome = await tickets.change(
        { name: 'ticket-status', args },
        contextOf(accessOf(request).actor),
      );
      const ticket = writtenOrThrow(outcome, ref, forbiddenTexts.update)?.ticket ?? before;
      return success({
        message: `Ticket status updated to '${word}'`,
        ticket: {
          id: ticket.id,
          ticket_id: ticket.code,
          status: shownStatus[ticket.status],
          updated_at: toV1Date(ticket.updated_at),
          resolved_at: toV1DateOrNull(ticket.resolved_at),
          closed_at: toV1DateOrNull(ticket.closed_at),
        },
      });
    },
  );
};

/** Open may be written to what shows as open ("any status → open") and changes nothing then (mapping, section 3). */
export function moveTo(word: V1Status, from: Status): { to: Status; base?: Status } {
  const isOpenAlready = word === 'open' && shownStatus[from] === 'open';
  return isOpenAlready ? { to: from, base: from } : { to: writtenStatus[word] };
}

const addCategory: V1Routes = (app, { services, hooks: { adminOnly: onRequest } }) => {
  const { tickets, ticketReads, mintUid } = services;
  app.patch(
    '/:ticket_id/category',
    { onRequest, schema: { params: ticketParams, body: categoryBody, response: { 200: categoryAnswer } } },
    async (request) => {
      const ref = request.params.ticket_id;
      const { category } = request.body;
      const before = await findOrThrow(ticketReads, ref);
      const args = { ticket_uid: before.uid, activity_uid: mintUid(), category };
      const outcome = await tickets.change(
        { name: 'ticket-category', args },
        contextOf(accessOf(request).actor),
      );
      const { id, code, updated_at } = writtenOrThrow(outcome, ref, accessTexts.adminsOnly)?.ticket ?? before;
      const ticket = { id, ticket_id: code, category, updated_at: toV1Date(updated_at) };
      return success({ message: `Ticket category updated to '${category}'`, ticket });
    },
  );
};

const addPriority: V1Routes = (app, { services, hooks: { signedIn: onRequest } }) => {
  const { tickets, ticketReads, mintUid } = services;
  app.patch(
    '/:ticket_id/priority',
    { onRequest, schema: { params: ticketParams, body: priorityBody, response: { 200: priorityAnswer } } },
    async (request) => {
      const ref = request.params.ticket_id;
      const { priority } = request.body;
      const before = await findOrThrow(ticketReads, ref);
      const args = { ticket_uid: before.uid, activity_uid: mintUid(), priority };
      const outcome = await tickets.change(
        { name: 'ticket-priority', args },
        contextOf(accessOf(request).actor),
      );
      const { id, code, updated_at } = writtenOrThrow(outcome, ref, forbiddenTexts.update)?.ticket ?? before;
      const ticket = { id, ticket_id: code, priority, updated_at: toV1Date(updated_at) };
      return success({ message: `Ticket priority updated to '${priority}'`, ticket });
    },
  );
};

/** A note answers with the id of the activity that records it, and with 200 (contract, B8). */
const addNotes: V1Routes = (app, { services, hooks: { signedIn: onRequest } }) => {
  const { tickets, ticketReads, mintUid } = services;
  app.post(
    '/:ticket_id/notes',
    { onRequest, schema: { params: ticketParams, body: noteBody, response: { 200: noteAnswer } } },
    async (request) => {
      const ref = request.params.ticket_id;
      const { actor } = accessOf(request);
      const { uid: ticket_uid } = await findOrThrow(ticketReads, ref);
      const text = request.body.note;
      const args = { ticket_uid, message_uid: mintUid(), activity_uid: mintUid(), text };
      const outcome = await tickets.change({ name: 'ticket-note', args }, contextOf(actor));
      const [activity] = writtenOrThrow(outcome, ref, forbiddenTexts.note)?.activities ?? [];
      if (activity === undefined) throw new Error('A note left no activity');
      const { id, created_at } = activity;
      const note = { id, note: text, added_by: actor.full_name, created_at: toV1Date(created_at) };
      return success({ message: 'Note added successfully', note });
    },
  );
};
