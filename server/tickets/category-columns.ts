import { isDepartment, type Department } from '#shared/model/department.ts';

/** The five vocabularies of category, one per documented surface (mapping, section 5). */
export type Vocabulary = 'v1' | 'support' | 'admin' | 'incident' | 'it';

/** The category columns of a ticket. `explicit_categories` is a JSON array of vocabularies, the latest chosen last. */
export interface CategoryColumns {
  category: Department;
  category_support: string;
  category_admin: string;
  category_incident: string;
  category_it: string;
  explicit_categories: string;
}

type Words = Record<Vocabulary, string>;

const supportWords = ['Damaged', 'Lost', 'Late', 'Quality', 'Other'];
const itWords = [
  'system_down',
  'performance_issue',
  'software_installation',
  'hardware_issue',
  'network_issue',
  'password_reset',
  'other',
];

const oneOf = (words: readonly string[], value: string, otherwise: string): string =>
  words.find((word) => word.toLowerCase() === value.toLowerCase()) ?? otherwise;

const incidentWords: Record<string, Omit<Words, 'incident'>> = {
  BUG: { v1: 'technical', support: 'Other', admin: 'bug', it: 'other' },
  PROBLEM: { v1: 'general', support: 'Other', admin: 'problem', it: 'other' },
  SERVICE_DOWN: { v1: 'technical', support: 'Other', admin: 'service_down', it: 'system_down' },
  NEW_FEATURE: { v1: 'general', support: 'Other', admin: 'new_feature', it: 'other' },
};

function wordsOfIt(value: string): Words {
  const v1 = value === 'password_reset' ? 'account' : value === 'other' ? 'general' : 'technical';
  const incident = value === 'system_down' ? 'SERVICE_DOWN' : 'PROBLEM';
  return { v1, support: 'Other', admin: value, incident, it: value };
}

/** What every vocabulary shows for a word of one of them: the table of mapping, section 5. */
function wordsFrom(vocabulary: Vocabulary, value: string): Words {
  if (vocabulary === 'v1' || (vocabulary === 'admin' && isDepartment(value))) {
    const incident = value === 'technical' ? 'BUG' : 'PROBLEM';
    return { v1: value, support: 'Other', admin: value, incident, it: 'other' };
  }
  switch (vocabulary) {
    case 'support':
      return { v1: 'general', support: value, admin: value.toLowerCase(), incident: 'PROBLEM', it: 'other' };
    case 'admin': {
      const support = oneOf(supportWords, value, 'Other');
      return {
        v1: 'general',
        support,
        admin: value,
        incident: 'PROBLEM',
        it: oneOf(itWords, value, 'other'),
      };
    }
    case 'incident':
      return { ...(incidentWords[value] ?? wordsFrom('admin', value)), incident: value };
    case 'it':
      return wordsOfIt(value);
  }
}

/** The departments that admins chose for words, by `routeKey`. */
export type Routes = ReadonlyMap<string, Department>;

/** Words are the same in capitals and small letters. */
export const routeKey = (vocabulary: Vocabulary, word: string): string =>
  `${vocabulary} ${word.toLowerCase()}`;

const noRoutes: Routes = new Map();

/** The words that a vocabulary's document lists; the admin-tickets document leaves them open. */
export function knownWords(vocabulary: Vocabulary): readonly string[] {
  switch (vocabulary) {
    case 'support':
      return supportWords;
    case 'incident':
      return Object.keys(incidentWords);
    case 'it':
      return itWords;
    case 'v1':
    case 'admin':
      return [];
  }
}

/** Where a word leads when nobody chose anything. */
export function documentedDepartment(vocabulary: Vocabulary, word: string): Department {
  const { v1 } = wordsFrom(vocabulary, word);
  return isDepartment(v1) ? v1 : 'general';
}

const columnByVocabulary = {
  v1: 'category',
  support: 'category_support',
  admin: 'category_admin',
  incident: 'category_incident',
  it: 'category_it',
} as const;

/**
 * The columns after somebody chose `value` in one vocabulary. Words that were chosen in other vocabularies stay as
 * they are; only derived ones follow, to the department that admins chose for the word where they did.
 */
export function chooseCategory(
  current: CategoryColumns | null,
  vocabulary: Vocabulary,
  value: string,
  routes: Routes = noRoutes,
): CategoryColumns {
  const before = current === null ? [] : (JSON.parse(current.explicit_categories) as Vocabulary[]);
  const explicit = [...before.filter((known) => known !== vocabulary), vocabulary];
  const documented = wordsFrom(vocabulary, value);
  const words = { ...documented, v1: routes.get(routeKey(vocabulary, value)) ?? documented.v1 };
  const wordOf = (which: Vocabulary): string =>
    current !== null && which !== vocabulary && before.includes(which)
      ? current[columnByVocabulary[which]]
      : words[which];
  const category = wordOf('v1');
  return {
    category: isDepartment(category) ? category : 'general',
    category_support: wordOf('support'),
    category_admin: wordOf('admin'),
    category_incident: wordOf('incident'),
    category_it: wordOf('it'),
    explicit_categories: JSON.stringify(explicit),
  };
}
