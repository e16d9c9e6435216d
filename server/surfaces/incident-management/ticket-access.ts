import type { FastifyRequest } from 'fastify';
import type { Actor } from '#shared/model/user.ts';
import { DeskError } from '#shared/protocol/errors.ts';
import { accessOf } from '../../auth/access-hooks.ts';
import type { Read } from '../../tickets/ticket-read.service.ts';
import type { ChangeContext, ChangeOutcome } from '../../tickets/ticket.service.ts';
import type { IncidentContext } from './incident-routes.ts';
import { presentTicket } from './present-ticket.ts';
import { outOfReach, ticketRefused } from './refusals.ts';
import { incidentOrigin, incidentRules } from './rules.ts';
import { ticketNotFound } from './texts.ts';

export const contextOf = (actor: Actor): ChangeContext => ({
  actor,
  rules: incidentRules,
  origin: incidentOrigin,
});

/** @throws DeskError `not_found` or `forbidden`, in this surface's words */
export function readOrThrow<Value>(read: Read<Value>, actor: Actor): Value {
  switch (read.kind) {
    case 'found':
      return read.value;
    case 'not_found':
      throw new DeskError('not_found', ticketNotFound);
    case 'forbidden':
      throw new DeskError('forbidden', outOfReach(actor));
  }
}

/** @throws DeskError when the change was refused; a ticket that was so already is fine */
export function madeOrThrow(outcome: ChangeOutcome, forbidden: string): void {
  if (outcome.kind === 'refused') throw ticketRefused(outcome.refusal, forbidden);
}

/** The whole ticket as the asker may see it, after whatever was done to it. */
export async function answerTicket(
  { services, attachments }: IncidentContext,
  request: FastifyRequest,
  id: number,
) {
  const { actor } = accessOf(request);
  const full = readOrThrow(await services.ticketSheets.read(id, contextOf(actor)), actor);
  const files = await attachments.readAll(full.attachments);
  return presentTicket(full, files, services.clock.now());
}
