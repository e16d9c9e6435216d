import { UnstyledButton } from '@mantine/core';
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs';
import type { ReactNode } from 'react';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { useTitled } from '../../store/use-titled.ts';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { ControlledMenu } from '../../ui/unfolding-menu.tsx';
import classes from './property-menu.module.css';

interface PropertyMenuProps {
  name: 'status' | 'priority' | 'category';
  /** What the control is for, and what it says now. */
  label: string;
  value: string;
  icon: ReactNode;
  children: ReactNode;
}

/** A property in the ticket's header: icon and word, and a menu to change it. */
export function PropertyMenu({ name, label, value, icon, children }: PropertyMenuProps) {
  const store = useConsoleStore();
  const t = wordsOf('ticket');
  const title = useTitled(label, name);
  const isOpen = useConsole((state) => state.openMenu === name);
  return (
    <ControlledMenu
      label={label}
      width={220}
      isOpen={isOpen}
      onChange={(opened) => store.getState().setOpenMenu(opened ? name : null)}
      target={
        <UnstyledButton
          className={classes['control']}
          aria-label={t('property_is', { property: label, value })}
          title={title}
        >
          {icon}
          <span className={classes['value']}>{value}</span>
          <IconChevronDown aria-hidden size={13} stroke={2} className={classes['chevron']} />
        </UnstyledButton>
      }
    >
      {children}
    </ControlledMenu>
  );
}
