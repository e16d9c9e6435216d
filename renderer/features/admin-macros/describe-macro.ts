import type { MacroBody } from '#shared/model/item.ts';
import { words } from '../../ui/i18n/i18n.ts';
import { priorityWord, statusWord } from '../../ui/tickets/words.ts';

/** What a macro does, effect by effect. */
export function describeMacro(body: MacroBody, nameOf: (id: number) => string): string[] {
  const { text, is_note, status, priority, assignee_id, add_tags, remove_tags } = body;
  return [
    ...(text === undefined
      ? []
      : [words(is_note === true ? 'admin-macros:effect.note' : 'admin-macros:effect.reply')]),
    ...(status === undefined ? [] : [words('admin-macros:effect.status', { status: statusWord(status) })]),
    ...(priority === undefined
      ? []
      : [words('admin-macros:effect.priority', { priority: priorityWord(priority) })]),
    ...(assignee_id === undefined ? [] : [assigneeText(assignee_id, nameOf)]),
    ...(add_tags === undefined ? [] : [words('admin-macros:effect.add', { tags: add_tags.join(', ') })]),
    ...(remove_tags === undefined
      ? []
      : [words('admin-macros:effect.remove', { tags: remove_tags.join(', ') })]),
  ];
}

function assigneeText(assignee: number | 'me' | null, nameOf: (id: number) => string): string {
  if (assignee === 'me') return words('admin-macros:effect.to_me');
  if (assignee === null) return words('admin-macros:effect.to_nobody');
  return words('admin-macros:effect.to_agent', { name: nameOf(assignee) });
}
