import { expect, it } from 'vitest';
import type { ActivityRow } from '#shared/model/ticket.ts';
import { activityRow } from '../../ui/tickets/test-rows.ts';
import { activityText } from './activity-text.ts';

const nameOf = (id: number) => `Person ${id}`;

it.each<[Partial<ActivityRow>, string]>([
  [{ kind: 'created' }, 'opened the ticket'],
  [{ kind: 'assigned', actor_id: 1, to_value: '1' }, 'took the ticket'],
  [{ kind: 'assigned', actor_id: 1, to_value: '2' }, 'assigned the ticket to Person 2'],
  [{ kind: 'reassigned', from_value: '2', to_value: '3' }, 'handed the ticket from Person 2 to Person 3'],
  [{ kind: 'unassigned', from_value: '2' }, 'took the ticket off Person 2'],
  [{ kind: 'status_updated', to_value: 'waiting_user' }, 'set the status to Waiting on customer'],
  [{ kind: 'status_updated', to_value: 'pending' }, 'set the status to pending'],
  [{ kind: 'priority_updated', to_value: 'high' }, 'set the priority to High'],
  [{ kind: 'category_updated', to_value: 'loan' }, 'moved the ticket to Loan'],
])('says %j', (fields, text) => {
  expect(activityText(activityRow(1, fields), nameOf)).toBe(text);
});
