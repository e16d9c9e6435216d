import { departments } from '#shared/model/department.ts';
import { priorities } from '#shared/model/priority.ts';
import { statuses } from '#shared/model/status.ts';
import { senderTypes, sources } from '#shared/model/ticket.ts';
import type { ViewCondition } from '#shared/model/view-filter.ts';
import { words } from '../../ui/i18n/i18n.ts';
import { categoryWord, priorityWord, sourceWord, statusWord } from '../../ui/tickets/words.ts';

export type ConditionField = ViewCondition['field'];

/** How a field is asked about: by choosing, by people, by words that are typed, by time, by yes or no. */
export type ConditionKind = 'choice' | 'people' | 'words' | 'tags' | 'text' | 'time' | 'flag';

const kindByField: Readonly<Record<ConditionField, ConditionKind>> = {
  status: 'choice',
  priority: 'choice',
  category: 'choice',
  source: 'choice',
  last_message_sender: 'choice',
  assignee: 'people',
  assignees: 'people',
  follower: 'people',
  mentioned: 'people',
  requester_id: 'people',
  tags: 'tags',
  merchant_id: 'words',
  anywhere: 'text',
  subject: 'text',
  requester: 'text',
  description: 'text',
  conversation: 'text',
  created_at: 'time',
  updated_at: 'time',
  assigned_at: 'time',
  last_message_at: 'time',
  first_responded_at: 'time',
  response_due_at: 'time',
  resolution_due_at: 'time',
  resolved_at: 'time',
  closed_at: 'time',
  snoozed_until: 'time',
  is_snoozed: 'flag',
  is_merged: 'flag',
  is_split: 'flag',
  is_response_breached: 'flag',
  is_resolution_breached: 'flag',
  is_auto_assigned: 'flag',
};

export const conditionFields = Object.keys(kindByField) as ConditionField[];

export function kindOf(field: ConditionField): ConditionKind {
  return kindByField[field];
}

/** What can be said about a field, the likeliest first. */
export const operatorsByKind = {
  choice: ['any_of', 'none_of'],
  people: ['any_of', 'none_of'],
  words: ['any_of', 'none_of'],
  tags: ['any_of', 'all_of', 'none_of'],
  text: ['contains', 'lacks'],
  time: ['within', 'beyond', 'before', 'after', 'set', 'unset'],
  flag: ['yes', 'no'],
} as const satisfies Record<ConditionKind, readonly string[]>;
export type Operator = (typeof operatorsByKind)[ConditionKind][number];

export interface ValueOption {
  value: string;
  label: string;
}

/** What a field that is chosen from may be. */
export function optionsOf(field: ConditionField): ValueOption[] {
  switch (field) {
    case 'status':
      return statuses.map((value) => ({ value, label: statusWord(value) }));
    case 'priority':
      return priorities.map((value) => ({ value, label: priorityWord(value) }));
    case 'category':
      return departments.map((value) => ({ value, label: categoryWord(value) }));
    case 'source':
      return sources.map((value) => ({ value, label: sourceWord(value) }));
    case 'last_message_sender':
      return senderTypes.map((value) => ({ value, label: words(`views:sender.${value}`) }));
    default:
      return [];
  }
}
