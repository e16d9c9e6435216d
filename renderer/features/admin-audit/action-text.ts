import { capitalised } from '../../ui/capitalised.ts';
import { words } from '../../ui/i18n/i18n.ts';
import { adminRecordsEn } from '../../ui/i18n/words/admin-records.en.ts';

const { action: actionWords, target: targetWords, kind: kindWords } = adminRecordsEn.audit;
const actions = Object.keys(actionWords) as (keyof typeof actionWords)[];
const targets = Object.keys(targetWords) as (keyof typeof targetWords)[];
const kinds = Object.keys(kindWords) as (keyof typeof kindWords)[];

/** What an action was done to. */
export function targetText(type: string, id: string): string {
  const key = targets.find((each) => each === type);
  return key === undefined ? `${type} ${id}` : words(`admin-records:audit.target.${key}`, { id });
}

/** What things of a kind are called; a kind that this console has no words for yet is told by its name. */
export function kindText(type: string): string {
  const key = kinds.find((each) => each === type);
  return key === undefined
    ? capitalised(type.replaceAll('_', ' '))
    : words(`admin-records:audit.kind.${key}`);
}

/** What an action is called; one that this console has no words for yet is told by its name. */
export function actionText(action: string): string {
  const key = actions.find((each) => each === action);
  return key === undefined
    ? capitalised(action.replaceAll('_', ' '))
    : words(`admin-records:audit.action.${key}`);
}
