import { departments, type Department } from '#shared/model/department.ts';
import { itemVisibilities, type ItemVisibility, type MacroBody } from '#shared/model/item.ts';
import { priorities } from '#shared/model/priority.ts';
import { statuses } from '#shared/model/status.ts';
import { readTags } from '../../ui/tickets/tags.ts';
import type { Macro } from './macro-calls.ts';

/** A macro as its form holds it; empty texts stand for what it leaves alone. */
export interface MacroForm {
  name: string;
  visibility: ItemVisibility;
  department: Department;
  text: string;
  isNote: boolean;
  status: string;
  priority: string;
  /** `me`, `nobody`, or a colleague's id. */
  assignee: string;
  addTags: string;
  removeTags: string;
}

function assigneeText({ assignee_id }: MacroBody): string {
  if (assignee_id === undefined) return '';
  return assignee_id === null ? 'nobody' : String(assignee_id);
}

export function formOf(macro: Macro | null): MacroForm {
  const body: MacroBody = macro?.body ?? {};
  return {
    name: macro?.name ?? '',
    visibility: macro?.visibility ?? itemVisibilities[2],
    department: macro?.department ?? departments[0],
    text: body.text ?? '',
    isNote: body.is_note ?? false,
    status: body.status ?? '',
    priority: body.priority ?? '',
    assignee: assigneeText(body),
    addTags: body.add_tags?.join(', ') ?? '',
    removeTags: body.remove_tags?.join(', ') ?? '',
  };
}

/** What the form comes to; null while it does nothing. */
export function bodyOf(form: MacroForm): MacroBody | null {
  const status = statuses.find((each) => each === form.status);
  const priority = priorities.find((each) => each === form.priority);
  const [addTags, removeTags] = [readTags(form.addTags), readTags(form.removeTags)];
  const text = form.text.trim();
  const body: MacroBody = {
    ...(text === '' ? {} : { text }),
    ...(status === undefined ? {} : { status }),
    ...(priority === undefined ? {} : { priority }),
    ...(form.assignee === '' ? {} : { assignee_id: readAssignee(form.assignee) }),
    ...(addTags.length === 0 ? {} : { add_tags: addTags }),
    ...(removeTags.length === 0 ? {} : { remove_tags: removeTags }),
  };
  if (Object.keys(body).length === 0) return null;
  return form.isNote && text !== '' ? { ...body, is_note: true } : body;
}

function readAssignee(text: string): number | 'me' | null {
  if (text === 'me') return 'me';
  return text === 'nobody' ? null : Number(text);
}
