import { z } from 'zod';
import { maxTextLength } from '#shared/mutators/draft-rows.ts';
import { ratings, type Rating } from '../../feedback/feedback.service.ts';
import { withExample } from '../../http/example.ts';
import { clampedNumber, filledField, optional, textField } from '../../http/fields.ts';
import { choiceText } from './field-errors.ts';
import { maxListed, supportCategories, supportPriorities, supportStatuses } from './rules.ts';

/** Whatever stands in the path: what is nobody's id is not found, not invalid (mapping, section 8). */
export const ticketParams = z.object({ ticket_id: z.string() });
export const agentParams = z.object({ agent_id: z.string() });

export const createTicketBody = withExample(
  z.object({
    subject: filledField(300),
    description: filledField(maxTextLength),
    category: z.enum(supportCategories),
    /** Names a delivery of another system: kept as it is given (contract, C46). */
    delivery_id: optional(textField(200)),
  }),
  {
    subject: 'Package arrived damaged',
    description: 'The item inside was broken due to improper packaging',
    category: 'Damaged',
    delivery_id: '507f1f77bcf86cd799439011',
  },
);

export const updateStatusBody = withExample(
  z.object({
    status: z.enum(supportStatuses),
    priority: optional(z.enum(supportPriorities)),
  }),
  { status: 'Resolved', priority: 'High' },
);

export const reassignBody = withExample(z.object({ agent_id: textField(200) }), {
  agent_id: '507f1f77bcf86cd799439098',
});
export const noteBody = withExample(z.object({ note: filledField(maxTextLength) }), {
  note: 'Awaiting customer photos of damaged item',
});

const ratingWords = ratings.map(String) as `${Rating}`[];

export const feedbackBody = withExample(
  z.object({
    /** A string in the document's example; its list of valid ratings has them bare. */
    rating: z
      .union([z.enum(ratingWords), z.literal(ratings)], {
        error: ({ input }) => (input === undefined ? 'This field is required.' : choiceText(ratings)),
      })
      .transform((rating) => Number(rating) as Rating),
    comment: optional(textField(maxTextLength)),
  }),
  { rating: '5', comment: 'Agent was very helpful and resolved the issue quickly' },
);

export const registerAgentBody = withExample(
  z.object({
    // What is missing or no text at all is said as of every other field.
    email: z
      .email({
        error: ({ code }) => (code === 'invalid_format' ? 'Enter a valid email address.' : undefined),
      })
      .max(320),
    password: textField(1000),
    name: filledField(200),
    contact_number: optional(filledField(40)),
  }),
  {
    email: 'agent@example.com',
    password: 'securepass123',
    name: 'John Agent',
    contact_number: '+91 98765 43210',
  },
);

/** An empty filter is none. */
function filter<Word extends string>(words: readonly Word[]) {
  const none = z.literal('').transform(() => undefined);
  return z.union([z.enum(words), none], { error: () => choiceText(words) }).optional();
}

const page = {
  /** Our own, where the document says that pages can be added. */
  limit: clampedNumber('limit', { min: 1, max: maxListed, otherwise: maxListed }),
  offset: clampedNumber('offset', { min: 0, max: Number.MAX_SAFE_INTEGER, otherwise: 0 }),
};

export const pageQuery = z.object(page);
export const ticketsQuery = z.object({ status: filter(supportStatuses), ...page });
export const faqQuery = z.object({ category: filter(supportCategories) });
