import type { DeskItem, MacroBody } from '#shared/model/item.ts';
import { words } from '../ui/i18n/i18n.ts';
import { priorityWord, statusWord } from '../ui/tickets/words.ts';
import type { TicketAction } from './ticket-action.ts';

export type Macro = Extract<DeskItem, { kind: 'macro' }>;

/** One thing that a macro sets, so that it can be shown and left out. */
export interface MacroEffect {
  id: string;
  text: string;
  action: TicketAction;
}

/** What a macro sets, in the order in which it is done: the status last, because an assignment may move it, too. */
export function macroEffects(body: MacroBody, myId: number, nameOf: (id: number) => string): MacroEffect[] {
  const effects: MacroEffect[] = [];
  const { add_tags: add = [], remove_tags: remove = [], assignee_id: assignee } = body;
  if (add.length > 0) {
    const text = words('tickets:macro.add_tags', { tags: add.join(', ') });
    effects.push({ id: 'add_tags', text, action: { kind: 'tags', add, remove: [] } });
  }
  if (remove.length > 0) {
    const text = words('tickets:macro.remove_tags', { tags: remove.join(', ') });
    effects.push({ id: 'remove_tags', text, action: { kind: 'tags', add: [], remove } });
  }
  if (body.priority !== undefined) {
    const text = words('tickets:macro.priority', { priority: priorityWord(body.priority) });
    effects.push({ id: 'priority', text, action: { kind: 'priority', to: body.priority } });
  }
  if (assignee !== undefined) effects.push(assigneeEffect(assignee, myId, nameOf));
  if (body.status !== undefined) {
    const text = words('tickets:macro.status', { status: statusWord(body.status) });
    effects.push({ id: 'status', text, action: { kind: 'status', to: body.status } });
  }
  return effects;
}

function assigneeEffect(
  assignee: number | 'me' | null,
  myId: number,
  nameOf: (id: number) => string,
): MacroEffect {
  const to = assignee === 'me' ? myId : assignee;
  const action = { kind: 'assign', to } as const;
  if (to === null) return { id: 'assignee', text: words('tickets:macro.unassign'), action };
  const text =
    to === myId ? words('tickets:macro.assign_me') : words('tickets:macro.assign', { name: nameOf(to) });
  return { id: 'assignee', text, action };
}

/** Everything that a macro does, text included: for many tickets at once. */
export function macroActions(
  { body }: Pick<Macro, 'body'>,
  me: { id: number; full_name: string },
  nameOf: (id: number) => string,
): TicketAction[] {
  const said: TicketAction[] =
    body.text === undefined || body.text.trim() === ''
      ? []
      : [{ kind: body.is_note === true ? 'note' : 'reply', text: body.text, agentName: me.full_name }];
  return [...said, ...macroEffects(body, me.id, nameOf).map(({ action }) => action)];
}
