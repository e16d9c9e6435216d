import type { FaqInput } from './knowledge.service.ts';

/** What a new desk begins with, so that its public page and its bot are not empty; true of any desk. */
export const starterFaqs: readonly FaqInput[] = [
  {
    question: 'What if my package arrived damaged?',
    answer:
      'Please create a support ticket immediately and choose the category Damaged. Keep the packaging and take photos ' +
      'of what is broken; the agent who takes your ticket will ask for them.',
    category: 'Damaged',
    tags: ['package', 'damaged', 'broken'],
  },
  {
    question: 'What if my package is lost?',
    answer:
      'If tracking has not moved for several days, create a support ticket with the category Lost and tell us the ' +
      'delivery it is about. We look for it and tell you what we find.',
    category: 'Lost',
    tags: ['package', 'lost', 'missing', 'tracking'],
  },
  {
    question: 'Why is my delivery late?',
    answer:
      'Weather, holidays and customs can hold a delivery up. If it is later than promised, create a support ticket with ' +
      'the category Late, and we find out where it is.',
    category: 'Late',
    tags: ['delivery', 'late', 'delayed'],
  },
  {
    question: 'What if the product is not as described?',
    answer:
      'Create a support ticket with the category Quality and say what you ordered, what you received, and what is wrong ' +
      'with it.',
    category: 'Quality',
    tags: ['product', 'quality', 'wrong', 'specification'],
  },
  {
    question: 'How do I follow my ticket?',
    answer:
      'Your tickets are listed with their status: Open until somebody takes it, In Progress while they work on it, ' +
      'On Hold while we wait for something, then Resolved and Closed.',
    category: 'Other',
    tags: ['ticket', 'status'],
  },
  {
    question: 'How do I reset my password?',
    answer:
      'Ask your desk’s administrator to set a new one for you. If you know your present password, you can change it ' +
      'yourself after you have signed in.',
    category: 'Authentication',
    tags: ['password', 'reset', 'login'],
  },
];
