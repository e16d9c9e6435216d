import type { UidFactory } from '#shared/model/uid.ts';
import type { MutationCall } from '#shared/mutators/registry.ts';
import { DeskError } from '#shared/protocol/errors.ts';
import { accessOf } from '../../auth/access-hooks.ts';
import { maxBulkTickets, type BulkOutcome, type BulkResult } from '../../tickets/bulk-change.service.ts';
import type { StoredTicket } from '../../tickets/ticket.repo.ts';
import { success } from './answer.ts';
import { bulkAnswer, bulkBody, type BulkChange } from './bulk.schemas.ts';
import { describeProblems, ticketRefused } from './refusals.ts';
import { accessTexts, forbiddenTexts } from './texts.ts';
import { contextOf } from './ticket-access.ts';
import { moveTo } from './ticket-changes.routes.ts';
import type { V1Routes } from './v1-routes.ts';

/** One change to many tickets, with an outcome for each: our own. */
export const bulkRoutes: V1Routes = (app, { services, hooks: { signedIn: onRequest } }) => {
  const { bulkChanges, mintUid } = services;
  app.post(
    '/bulk',
    { onRequest, schema: { body: bulkBody, response: { 200: bulkAnswer } } },
    async (request) => {
      const { ids, query, change } = request.body;
      const outcome = await bulkChanges.change(
        ids === undefined ? { query: query ?? '' } : { refs: ids },
        (ticket) => callFor(ticket, change, mintUid),
        contextOf(accessOf(request).actor),
      );
      const results = resultsOf(outcome).map((result) => presentResult(result, change));
      const count = (wanted: string): number => results.filter((result) => result.outcome === wanted).length;
      const changed = count('changed');
      return success({
        message: `${changed} of ${results.length} tickets changed`,
        total: results.length,
        changed,
        unchanged: count('unchanged'),
        refused: count('refused'),
        results,
      });
    },
  );
};

/** @throws DeskError when nothing was tried */
function resultsOf(outcome: BulkOutcome): BulkResult[] {
  switch (outcome.kind) {
    case 'done':
      return outcome.results;
    case 'forbidden':
      throw new DeskError('forbidden', forbiddenTexts.change);
    case 'too_many':
      throw new DeskError('invalid', `The query finds more than ${maxBulkTickets} tickets`);
    case 'bad_query':
      throw new DeskError('invalid', describeProblems(outcome.problems));
  }
}

function callFor(ticket: StoredTicket, change: BulkChange, mintUid: UidFactory): MutationCall {
  const named = { ticket_uid: ticket.uid, activity_uid: mintUid() };
  switch (change.type) {
    case 'status': {
      const { status, resolution_notes } = change;
      const notes = resolution_notes === undefined ? {} : { resolution_notes };
      return { name: 'ticket-status', args: { ...named, ...moveTo(status, ticket.status), ...notes } };
    }
    case 'assign': {
      const reason = change.reason === undefined ? {} : { reason: change.reason };
      const args = { ...named, status_activity_uid: mintUid(), assignee_id: change.agent_id, ...reason };
      return { name: 'ticket-assign', args };
    }
    case 'category':
      return { name: 'ticket-category', args: { ...named, category: change.category } };
    case 'priority':
      return { name: 'ticket-priority', args: { ...named, priority: change.priority } };
    case 'note':
      return { name: 'ticket-note', args: { ...named, message_uid: mintUid(), text: change.note } };
    case 'tags':
      return { name: 'ticket-tags', args: { ...named, add: change.add ?? [], remove: change.remove ?? [] } };
    case 'snooze':
      return { name: 'ticket-snooze', args: { ...named, until: change.until } };
  }
}

const adminChanges: readonly BulkChange['type'][] = ['assign', 'category'];

function presentResult({ ref, ticket, outcome }: BulkResult, { type }: BulkChange) {
  const forbidden = adminChanges.includes(type) ? accessTexts.adminsOnly : forbiddenTexts.update;
  const error = outcome.kind === 'refused' ? ticketRefused(outcome.refusal, ref, forbidden).message : null;
  return {
    id: ticket?.id ?? ('id' in ref ? ref.id : null),
    ticket_id: ticket?.code ?? ('code' in ref ? ref.code : null),
    outcome: outcome.kind,
    error,
  };
}
