/** The categories of the it-support document, in its order. */
export const itCategories = [
  'system_down',
  'performance_issue',
  'password_reset',
  'software_installation',
  'hardware_issue',
  'network_issue',
  'other',
] as const;

export type ItCategory = (typeof itCategories)[number];

export const itVocabulary = { categories: itCategories, otherwise: 'other' } as const;

export function isItCategory(word: string): word is ItCategory {
  return (itCategories as readonly string[]).includes(word);
}

/** A text and the category that somebody gave it. */
export interface Example<Category extends string> {
  text: string;
  category: Category;
}
