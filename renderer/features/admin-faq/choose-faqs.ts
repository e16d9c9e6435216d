import type { UsedFaq } from '#shared/protocol/admin/knowledge.ts';
import { hasWords } from '../../ui/text/has-words.ts';

export const faqStates = ['active', 'inactive'] as const;

/** Which answers are wanted; empty means all of them. */
export interface FaqFilter {
  text: string;
  category: string;
  state: (typeof faqStates)[number] | '';
}

export const everyFaq: FaqFilter = { text: '', category: '', state: '' };

/** Each word must be somewhere in question, answer or tags. */
export function chooseFaqs(faqs: readonly UsedFaq[], { text, category, state }: FaqFilter): UsedFaq[] {
  return faqs.filter(
    (faq) =>
      hasWords(`${faq.question} ${faq.answer} ${faq.tags.join(' ')}`, text) &&
      (category === '' || faq.category === category) &&
      (state === '' || faq.is_active === (state === 'active')),
  );
}
