import { accessOf } from '../../auth/access-hooks.ts';
import { isAdmin, type Actor } from '#shared/model/user.ts';
import { DeskError } from '#shared/protocol/errors.ts';
import type { StoredMessage, TicketRef } from '../../tickets/ticket-read.service.ts';
import type { WrittenChanges } from '../../tickets/ticket-writer.ts';
import type { Services } from '../../services.ts';
import { success } from './answer.ts';
import { presentMessage } from './present-ticket.ts';
import { ticketNotFound } from './refusals.ts';
import { v1Origin, v1Rules } from './rules.ts';
import { accessTexts, forbiddenTexts } from './texts.ts';
import { contextOf, findOrThrow, readOrThrow, writtenOrThrow } from './ticket-access.ts';
import { addMessageAnswer, messagesAnswer } from './ticket-answers.schemas.ts';
import { messageBody, ticketParams } from './tickets.schemas.ts';
import type { V1Routes } from './v1-routes.ts';

/** The conversation itself: our own, beside the document's pairs. */
export const ticketMessageRoutes: V1Routes = (app, { services, hooks: { signedIn: onRequest } }) => {
  const { ticketReads, deliveryLog } = services;

  app.get(
    '/:ticket_id/messages',
    { onRequest, schema: { params: ticketParams, response: { 200: messagesAnswer } } },
    async (request) => {
      const ref = request.params.ticket_id;
      const reader = { actor: accessOf(request).actor, rules: v1Rules };
      const { ticket, messages } = readOrThrow(await ticketReads.conversation(ref, reader), ref);
      const deliveries = await deliveryLog.ofMessages(messages.map(({ id }) => id));
      const shown = messages.map((message) => presentMessage(message, deliveries.get(message.id)));
      const data = { ticket_id: ticket.code, messages: shown, total: messages.length };
      return success(data);
    },
  );

  app.post(
    '/:ticket_id/messages',
    { onRequest, schema: { params: ticketParams, body: messageBody, response: { 201: addMessageAnswer } } },
    async (request, reply) => {
      const { actor } = accessOf(request);
      const { text, sender = 'agent' } = request.body;
      const add = sender === 'agent' ? answerAsAgent : enterForCustomer;
      const entry = await add(services, actor, request.params.ticket_id, text);
      const delivery = (await deliveryLog.ofMessages([entry.id])).get(entry.id);
      const data = { message: 'Message added successfully', entry: presentMessage(entry, delivery) };
      return reply.code(201).send(success(data));
    },
  );
};

async function answerAsAgent(
  services: Services,
  actor: Actor,
  ref: TicketRef,
  text: string,
): Promise<StoredMessage> {
  const { tickets, ticketReads, mintUid } = services;
  const { uid: ticket_uid } = await findOrThrow(ticketReads, ref);
  const args = { ticket_uid, message_uid: mintUid(), text };
  const outcome = await tickets.change({ name: 'ticket-reply', args }, contextOf(actor));
  return firstMessage(writtenOrThrow(outcome, ref, forbiddenTexts.message));
}

/** What a customer said elsewhere is entered for them by admins and their programs alone. */
async function enterForCustomer(
  services: Services,
  actor: Actor,
  ref: TicketRef,
  text: string,
): Promise<StoredMessage> {
  if (!isAdmin(actor)) throw new DeskError('forbidden', accessTexts.adminsOnly);
  const { tickets, ticketReads, mintUid } = services;
  const { uid } = await findOrThrow(ticketReads, ref);
  const message = { message_uid: mintUid(), activity_uid: mintUid(), text };
  const written = await tickets.receiveFromCustomer(uid, message, v1Origin);
  if (written === null) throw ticketNotFound(ref);
  return firstMessage(written);
}

function firstMessage(written: WrittenChanges | null): StoredMessage {
  const [message] = written?.messages ?? [];
  if (message === undefined) throw new Error('A message was not there after it was written');
  return message;
}
