import { expect, it } from 'vitest';
import type { ViewCondition } from '#shared/model/view-filter.ts';
import { blankDraft, conditionOf, dayMs, draftOf, hourMs } from './condition-draft.ts';
import { conditionFields } from './condition-fields.ts';

const conditions: readonly ViewCondition[] = [
  { field: 'status', is: 'none_of', values: ['closed', 'cancelled'] },
  { field: 'assignee', is: 'any_of', values: ['me', 'nobody', 7] },
  { field: 'tags', is: 'all_of', values: ['vip', 'refund'] },
  { field: 'merchant_id', is: 'any_of', values: ['M-1'] },
  { field: 'anywhere', is: 'contains', value: 'charged twice' },
  { field: 'created_at', is: 'within', value: 3 * dayMs },
  { field: 'last_message_at', is: 'beyond', value: 5 * hourMs },
  { field: 'created_at', is: 'before', value: new Date(2026, 2, 4).getTime() },
  { field: 'first_responded_at', is: 'unset' },
  { field: 'is_response_breached', is: true },
  { field: 'is_snoozed', is: false },
];

it.each(conditions)('writes $field $is as it was read', (condition) => {
  expect(conditionOf(draftOf(condition))).toEqual(condition);
});

it('knows no condition from a field alone, save for a yes', () => {
  const complete = conditionFields.filter((field) => conditionOf(blankDraft(field)) !== null);
  expect(complete.every((field) => field.startsWith('is_'))).toBe(true);
  expect(complete).toHaveLength(6);
});

it('takes no half a number, no day that is none', () => {
  expect(conditionOf({ ...blankDraft('created_at'), text: 'two' })).toBeNull();
  expect(conditionOf({ ...blankDraft('created_at'), is: 'before', day: '' })).toBeNull();
  expect(conditionOf({ ...blankDraft('created_at'), text: '1,5' })).toEqual({
    field: 'created_at',
    is: 'within',
    value: 36 * hourMs,
  });
});
