import { z } from 'zod';
import { maxTextLength } from '#shared/mutators/draft-rows.ts';
import { ratings, type Rating } from '../../feedback/feedback.service.ts';
import { clampedNumber, filledField, optional, textField } from '../../http/fields.ts';
import { maxListed, supportCategories, supportPriorities, supportStatuses } from './rules.ts';

/** Whatever stands in the path: what is nobody's id is not found, not invalid (mapping, section 8). */
export const ticketParams = z.object({ ticket_id: z.string() });
export const agentParams = z.object({ agent_id: z.string() });

export const createTicketBody = z.object({
  subject: filledField(300),
  description: filledField(maxTextLength),
  category: z.enum(supportCategories),
  /** Names a delivery of another system: kept as it is given (contract, C46). */
  delivery_id: optional(textField(200)),
});

export const updateStatusBody = z.object({
  status: z.enum(supportStatuses),
  priority: optional(z.enum(supportPriorities)),
});

export const reassignBody = z.object({ agent_id: textField(200) });
export const noteBody = z.object({ note: filledField(maxTextLength) });

const ratingWords = ratings.map(String) as `${Rating}`[];

export const feedbackBody = z.object({
  /** A string in the document's example; its list of valid ratings has them bare. */
  rating: z
    .union([z.enum(ratingWords), z.literal(ratings)], {
      error: ({ input }) =>
        input === undefined
          ? 'This field is required.'
          : `Not a valid choice. Must be one of: ${ratings.join(', ')}.`,
    })
    .transform((rating) => Number(rating) as Rating),
  comment: optional(textField(maxTextLength)),
});

export const registerAgentBody = z.object({
  email: z.email('Enter a valid email address.').max(320),
  password: textField(1000),
  name: filledField(200),
  contact_number: optional(filledField(40)),
});

/** An empty filter is none. */
function filter<Word extends string>(words: readonly [Word, ...Word[]]) {
  return z
    .literal('')
    .transform(() => undefined)
    .or(z.enum(words))
    .optional();
}

const page = {
  /** Our own, where the document says that pages can be added. */
  limit: clampedNumber('limit', { min: 1, max: maxListed, otherwise: maxListed }),
  offset: clampedNumber('offset', { min: 0, max: Number.MAX_SAFE_INTEGER, otherwise: 0 }),
};

export const pageQuery = z.object(page);
export const ticketsQuery = z.object({ status: filter(supportStatuses), ...page });
export const faqQuery = z.object({ category: filter(supportCategories) });
