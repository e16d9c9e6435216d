import IconArrowsExchange from '@tabler/icons-react/dist/esm/icons/IconArrowsExchange.mjs';
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
import IconUserCheck from '@tabler/icons-react/dist/esm/icons/IconUserCheck.mjs';
import IconUserOff from '@tabler/icons-react/dist/esm/icons/IconUserOff.mjs';
import type { Person } from '#shared/protocol/admin/people.ts';
import type { RowAction } from '../../ui/admin/row-actions.tsx';
import { words } from '../../ui/i18n/i18n.ts';
import { openCount, stateOf } from './choose-people.ts';

/** What is done without a dialog. */
export type DirectAction = 'approve' | 'activate' | 'availability';
export type PersonAction = DirectAction | 'edit' | 'hand_over' | 'deactivate';

type MenuAction = Exclude<PersonAction, 'availability'>;

const iconByAction = {
  edit: IconPencil,
  approve: IconUserCheck,
  hand_over: IconArrowsExchange,
  deactivate: IconUserOff,
  activate: IconUserCheck,
} satisfies Record<MenuAction, unknown>;

/** What can be done with somebody, given how they are; the node checks it again. */
function actionsFor(person: Person): MenuAction[] {
  const state = stateOf(person);
  const ending: MenuAction[] = person.role === 'super_admin' ? [] : ['deactivate'];
  const handing: MenuAction[] = openCount(person) > 0 ? ['hand_over'] : [];
  if (state === 'inactive') return [...handing, 'activate'];
  return [...(state === 'waiting' ? (['approve'] as const) : []), 'edit', ...handing, ...ending];
}

/** The menu of somebody's row. */
export function menuOf(person: Person, onAction: (action: PersonAction) => void): RowAction[] {
  return actionsFor(person).map((action) => ({
    label: words(`admin-people:action.${action}`),
    icon: iconByAction[action],
    onClick: () => onAction(action),
  }));
}
