import { ActionIcon, Menu, VisuallyHidden } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs';
import type { ReactNode } from 'react';
import { words } from '../i18n/i18n.ts';
import type { Column } from './data-table.tsx';
import { Tag } from './tag.tsx';

export interface RowAction {
  label: string;
  icon?: Icon;
  onClick: () => void;
}

function RowMenu({ name, actions }: { name: string; actions: readonly RowAction[] }) {
  return (
    <Menu position="bottom-end" width={210}>
      <Menu.Target>
        <ActionIcon aria-label={words('admin:actions_for', { name })}>
          <IconDots aria-hidden size={17} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {actions.map(({ label, icon: Glyph, onClick }) => (
          <Menu.Item
            key={label}
            onClick={onClick}
            leftSection={Glyph === undefined ? undefined : <Glyph aria-hidden size={15} stroke={1.75} />}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** The last column: what is done to a row. Its name is there for those who hear the table. */
export function actionColumn<Row>(cell: (row: Row) => ReactNode): Column<Row> {
  const header = words('admin:actions');
  return {
    id: 'actions',
    header,
    headerCell: <VisuallyHidden>{header}</VisuallyHidden>,
    width: '44px',
    isPinned: true,
    cell,
  };
}

/** The last column with a menu for each row. */
export function menuColumn<Row>(
  nameOf: (row: Row) => string,
  actionsOf: (row: Row) => readonly RowAction[],
): Column<Row> {
  return actionColumn((row) => <RowMenu name={nameOf(row)} actions={actionsOf(row)} />);
}

/** Whether a row is in use, in the words of its kind. */
export function activeColumn<Row extends { is_active: boolean }>(
  header: string,
  text: { active: string; inactive: string },
): Column<Row> {
  return {
    id: 'state',
    header,
    sortBy: ({ is_active }) => Number(is_active),
    cell: ({ is_active }) => (
      <Tag tone={is_active ? 'green' : 'grey'}>{is_active ? text.active : text.inactive}</Tag>
    ),
  };
}
