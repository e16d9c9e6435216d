import { ActionIcon, Menu } from '@mantine/core';
import IconArrowsExchange from '@tabler/icons-react/dist/esm/icons/IconArrowsExchange.mjs';
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs';
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
import IconUserCheck from '@tabler/icons-react/dist/esm/icons/IconUserCheck.mjs';
import IconUserOff from '@tabler/icons-react/dist/esm/icons/IconUserOff.mjs';
import { useTranslation } from 'react-i18next';
import type { Person } from '#shared/protocol/admin/people.ts';
import { openCount, stateOf } from './choose-people.ts';

export type PersonAction = 'edit' | 'approve' | 'hand_over' | 'deactivate' | 'activate' | 'availability';

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

export function PersonMenu({
  person,
  onAction,
}: {
  person: Person;
  onAction: (action: PersonAction) => void;
}) {
  const { t } = useTranslation('admin-people');
  return (
    <Menu position="bottom-end" width={210}>
      <Menu.Target>
        <ActionIcon aria-label={t('action.menu', { name: person.full_name })}>
          <IconDots aria-hidden size={17} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {actionsFor(person).map((action) => {
          const ActionGlyph = iconByAction[action];
          return (
            <Menu.Item
              key={action}
              leftSection={<ActionGlyph aria-hidden size={15} stroke={1.75} />}
              onClick={() => onAction(action)}
            >
              {t(`action.${action}`)}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
