import { viewConditionSchema, type ViewCondition } from '#shared/model/view-filter.ts';
import { kindOf, operatorsByKind, type ConditionField, type Operator } from './condition-fields.ts';

export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

/** A condition while it is written: everything as controls hold it, complete or not. */
export interface ConditionDraft {
  field: ConditionField;
  is: Operator;
  /** What was chosen; people as `me`, `nobody` or a number. */
  values: readonly string[];
  /** A text, words with commas between them, or a number of units. */
  text: string;
  unit: 'hours' | 'days';
  /** A day as its control has it, `2026-03-04`. */
  day: string;
}

export function blankDraft(field: ConditionField): ConditionDraft {
  return { field, is: operatorsByKind[kindOf(field)][0], values: [], text: '', unit: 'days', day: '' };
}

const listOf = (text: string): string[] => [
  ...new Set(
    text
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  ),
];

/** The first moment of a day here. */
function dayStart(day: string): number {
  return new Date(`${day}T00:00`).getTime();
}

/** A moment's day here, as a control for days has it. */
function dayOf(at: number): string {
  const date = new Date(at);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

export function draftOf(condition: ViewCondition): ConditionDraft {
  const blank = blankDraft(condition.field);
  if (typeof condition.is === 'boolean') return { ...blank, is: condition.is ? 'yes' : 'no' };
  const draft: ConditionDraft = { ...blank, is: condition.is };
  if ('values' in condition) {
    const values = condition.values.map(String);
    const isTyped = ['words', 'tags'].includes(kindOf(condition.field));
    return isTyped ? { ...draft, text: values.join(', ') } : { ...draft, values };
  }
  if (!('value' in condition)) return draft;
  if (typeof condition.value === 'string') return { ...draft, text: condition.value };
  if (condition.is === 'before' || condition.is === 'after') return { ...draft, day: dayOf(condition.value) };
  const unit = condition.value % dayMs === 0 ? 'days' : 'hours';
  return { ...draft, unit, text: String(condition.value / (unit === 'days' ? dayMs : hourMs)) };
}

function timeValue({ is, text, unit, day }: ConditionDraft): { value?: number } {
  if (is === 'set' || is === 'unset') return {};
  if (is === 'before' || is === 'after') return { value: dayStart(day) };
  const amount = text.trim() === '' ? Number.NaN : Number(text.replace(',', '.'));
  return { value: Math.round(amount * (unit === 'days' ? dayMs : hourMs)) };
}

function asWritten(draft: ConditionDraft): object {
  const { field, is, values, text } = draft;
  switch (kindOf(field)) {
    case 'choice':
      return { field, is, values };
    case 'people':
      return { field, is, values: values.map((value) => (/^\d+$/.test(value) ? Number(value) : value)) };
    case 'words':
    case 'tags':
      return { field, is, values: listOf(text) };
    case 'text':
      return { field, is, value: text };
    case 'time':
      return { field, is, ...timeValue(draft) };
    case 'flag':
      return { field, is: is === 'yes' };
  }
}

/** The condition that was written; null while something is missing. */
export function conditionOf(draft: ConditionDraft): ViewCondition | null {
  const parsed = viewConditionSchema.safeParse(asWritten(draft));
  return parsed.success ? parsed.data : null;
}
