import { DeskError } from '#shared/protocol/errors.ts';
import type { Actor } from '#shared/model/user.ts';
import { accessOf } from '../../auth/access-hooks.ts';
import type { Feedback } from '../../feedback/feedback.repo.ts';
import type { FeedbackOutcome } from '../../feedback/feedback.service.ts';
import { toUtcDate } from '../../http/utc-date.ts';
import { feedbackAnswer } from './answers.schemas.ts';
import { supportRules } from './rules.ts';
import { feedbackBody, ticketParams } from './schemas.ts';
import type { SupportRoutes } from './support-routes.ts';
import { feedbackTexts, mayNotRate, ticketNotFound } from './texts.ts';
import { idOrThrow } from './ticket-ids.ts';

function feedbackOrThrow(outcome: FeedbackOutcome, actor: Actor): Feedback {
  switch (outcome.kind) {
    case 'done':
      return outcome.feedback;
    case 'ticket_not_found':
      throw new DeskError('not_found', ticketNotFound);
    case 'forbidden':
      throw new DeskError('forbidden', mayNotRate(actor));
    case 'not_resolved':
      throw new DeskError('invalid', feedbackTexts.notResolved);
    case 'given_already':
      throw new DeskError('invalid', feedbackTexts.givenAlready);
  }
}

/** "Submit Feedback". The rating is a string on the wire. */
export const feedbackRoutes: SupportRoutes = (app, { services, hooks: { signedIn: onRequest }, ids }) => {
  app.post(
    '/api/support/tickets/:ticket_id/feedback/',
    { onRequest, schema: { params: ticketParams, body: feedbackBody, response: { 201: feedbackAnswer } } },
    async (request, reply) => {
      const { actor } = accessOf(request);
      const ticketId = idOrThrow(ids, request.params.ticket_id);
      const { rating, comment } = request.body;
      const outcome = await services.feedback.submit(
        ticketId,
        { rating, comment: comment ?? null },
        { actor, rules: supportRules },
      );
      const feedback = feedbackOrThrow(outcome, actor);
      return reply.code(201).send({
        message: 'Feedback submitted successfully',
        feedback: {
          id: ids.encode('feedback', feedback.id),
          rating: String(feedback.rating),
          created_at: toUtcDate(feedback.created_at),
        },
      });
    },
  );
};
