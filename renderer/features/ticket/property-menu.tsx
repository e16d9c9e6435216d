import { Menu, UnstyledButton } from '@mantine/core';
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MenuName } from '../../store/console-state.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import classes from './property-menu.module.css';

interface PropertyMenuProps {
  name: MenuName;
  /** What the control is for, and what it says now. */
  label: string;
  value: string;
  icon: ReactNode;
  /** The key that opens it from anywhere. */
  shortcut?: string;
  children: ReactNode;
}

/** A property in the ticket's header: icon and word, and a menu to change it. */
export function PropertyMenu({ name, label, value, icon, shortcut, children }: PropertyMenuProps) {
  const store = useConsoleStore();
  const { t } = useTranslation(['ticket', 'common']);
  const isOpen = useConsole((state) => state.openMenu === name);
  return (
    <Menu
      opened={isOpen}
      onChange={(opened) => store.getState().setOpenMenu(opened ? name : null)}
      width={220}
    >
      <Menu.Target>
        <UnstyledButton
          className={classes['control']}
          aria-label={t('ticket:property_is', { property: label, value })}
          title={shortcut === undefined ? label : t('common:with_key', { name: label, key: shortcut })}
        >
          {icon}
          <span className={classes['value']}>{value}</span>
          <IconChevronDown aria-hidden size={13} stroke={2} className={classes['chevron']} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown aria-label={label}>{children}</Menu.Dropdown>
    </Menu>
  );
}
