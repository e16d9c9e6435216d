import type { TicketConditions } from '#shared/protocol/admin/figures.ts';
import type { ProfileRow } from '#shared/model/user.ts';
import { words } from '../../ui/i18n/i18n.ts';
import { categoryWord, priorityWord, sourceWord } from '../../ui/tickets/words.ts';
import { duration, exactTime } from '../../ui/time.ts';

type Person = Pick<ProfileRow, 'id' | 'full_name'>;

/** A span that has a beginning, an end, or both. */
function spanText(what: 'created' | 'ended' | 'rated', from?: number, before?: number): string[] {
  const name = words(`admin-tickets:span.${what}`);
  if (from !== undefined && before !== undefined)
    return [words('admin-tickets:between', { name, from: exactTime(from), before: exactTime(before) })];
  if (from !== undefined) return [words('admin-tickets:since', { name, from: exactTime(from) })];
  if (before !== undefined) return [words('admin-tickets:until', { name, before: exactTime(before) })];
  return [];
}

function assigneeText(id: number, people: readonly Person[]): string {
  const name = people.find((person) => person.id === id)?.full_name;
  return id === 0 ? words('admin-tickets:nobody') : (name ?? words('admin-tickets:assignee', { id }));
}

/** The conditions as people read them, one text each. */
export function describeConditions(conditions: TicketConditions, people: readonly Person[]): string[] {
  const { assignee_id, category, source, priority, response, resolution, rating } = conditions;
  const { response_ms_from, resolution_ms_from, import_id, macro_id } = conditions;
  return [
    ...spanText('created', conditions.created_from, conditions.created_before),
    ...spanText('ended', conditions.ended_from, conditions.ended_before),
    ...spanText('rated', conditions.rated_from, conditions.rated_before),
    ...(conditions.is_open === undefined ? [] : [words('admin-tickets:is_open')]),
    ...(assignee_id === undefined ? [] : [assigneeText(assignee_id, people)]),
    ...(category === undefined ? [] : [categoryWord(category)]),
    ...(source === undefined ? [] : [sourceWord(source)]),
    ...(priority === undefined ? [] : [priorityWord(priority)]),
    ...(response === undefined ? [] : [words(`admin-tickets:response.${response}`)]),
    ...(resolution === undefined ? [] : [words(`admin-tickets:resolution.${resolution}`)]),
    ...(response_ms_from === undefined
      ? []
      : [words('admin-tickets:response_took', { time: duration(response_ms_from) })]),
    ...(resolution_ms_from === undefined
      ? []
      : [words('admin-tickets:resolution_took', { time: duration(resolution_ms_from) })]),
    ...(import_id === undefined ? [] : [words('admin-tickets:imported')]),
    ...(macro_id === undefined ? [] : [words('admin-tickets:by_macro')]),
    ...(rating === undefined ? [] : [words('admin-tickets:rated', { count: rating })]),
  ];
}
