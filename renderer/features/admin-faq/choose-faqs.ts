import type { UsedFaq } from '#shared/protocol/admin/knowledge.ts';

/** Which answers are wanted; empty means all of them. */
export interface FaqFilter {
  text: string;
  category: string;
  state: '' | 'active' | 'inactive';
}

export const everyFaq: FaqFilter = { text: '', category: '', state: '' };

/** Each word must be somewhere in question, answer or tags. */
export function chooseFaqs(faqs: readonly UsedFaq[], { text, category, state }: FaqFilter): UsedFaq[] {
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean);
  return faqs.filter((faq) => {
    const known = `${faq.question} ${faq.answer} ${faq.tags.join(' ')}`.toLowerCase();
    return (
      wanted.every((word) => known.includes(word)) &&
      (category === '' || faq.category === category) &&
      (state === '' || faq.is_active === (state === 'active'))
    );
  });
}

/** `refund, money ,,` → two tags, each once. */
export function readTags(text: string): string[] {
  return [...new Set(text.split(',').map((tag) => tag.trim()))].filter((tag) => tag !== '');
}
