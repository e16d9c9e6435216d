import { departments } from '#shared/model/department.ts';
import { priorities } from '#shared/model/priority.ts';
import { statuses } from '#shared/model/status.ts';
import { roles } from '#shared/model/user.ts';
import { words } from '../../ui/i18n/i18n.ts';
import { adminRecordsEn } from '../../ui/i18n/words/admin-records.en.ts';
import { categoryWord, priorityWord, roleWord, statusWord } from '../../ui/tickets/words.ts';

type Scalar = string | number | boolean | null;
type Json = Scalar | readonly Json[] | { readonly [name: string]: Json };

export interface Detail {
  name: string;
  value: string;
}

const fields = Object.keys(adminRecordsEn.audit.field) as (keyof typeof adminRecordsEn.audit.field)[];

/** What a field is called; one that this console has no words for yet is told by its name. */
function fieldText(name: string): string {
  const key = fields.find((each) => each === name);
  return key === undefined ? name.replaceAll('_', ' ') : words(`admin-records:audit.field.${key}`);
}

const isSwitch = (name: string): boolean => /^(?:is|has|with)(?:_|[A-Z])/.test(name) || name === 'queue';

/** A value in words, where it is one of those that the desk has words for. */
function wordOf(name: string, value: string): string | undefined {
  const wordByField: Readonly<Record<string, () => string | undefined>> = {
    role: () => roles.filter((each) => each === value).map(roleWord)[0],
    department: () => departments.filter((each) => each === value).map(categoryWord)[0],
    status: () => statuses.filter((each) => each === value).map(statusWord)[0],
    priority: () => priorities.filter((each) => each === value).map(priorityWord)[0],
  };
  return wordByField[name]?.();
}

function textOf(name: string, value: Scalar | readonly Json[]): string {
  if (value === null) return words('admin:none');
  if (typeof value === 'object') return value.map((each) => textOf(name, each as Scalar)).join(', ');
  if (isSwitch(name)) return words(Number(value) === 0 ? 'admin:no' : 'admin:yes');
  return wordOf(name, String(value)) ?? String(value);
}

const isGroup = (value: Json): value is { readonly [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The details of an entry, one below the other: what lies in a group stands beside what does not. */
export function listDetails(metadata: Readonly<Record<string, Json>>): Detail[] {
  return Object.entries(metadata).flatMap(([name, value]) =>
    isGroup(value) ? listDetails(value) : [{ name: fieldText(name), value: textOf(name, value) }],
  );
}
