import { capitalised } from '../../ui/capitalised.ts';
import { words } from '../../ui/i18n/i18n.ts';
import { adminRecordsEn } from '../../ui/i18n/words/admin-records.en.ts';

const targets = Object.keys(adminRecordsEn.audit.target) as (keyof typeof adminRecordsEn.audit.target)[];

/** What an action was done to. */
export function targetText(type: string, id: string): string {
  const key = targets.find((each) => each === type);
  return key === undefined ? `${type} ${id}` : words(`admin-records:audit.target.${key}`, { id });
}

const known = Object.keys(adminRecordsEn.audit.action) as (keyof typeof adminRecordsEn.audit.action)[];

/** What an action is called; one that this console has no words for yet is told by its name. */
export function actionText(action: string): string {
  const key = known.find((each) => each === action);
  if (key === undefined) return capitalised(action.replaceAll('_', ' '));
  return words(`admin-records:audit.action.${key}`);
}
