import { Menu } from '@mantine/core';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { departments } from '#shared/model/department.ts';
import { priorities } from '#shared/model/priority.ts';
import { canonicalTransitions } from '#shared/model/status.ts';
import type { TicketRow } from '#shared/model/ticket.ts';
import { useConsoleStore } from '../../store/store-context.tsx';
import { CategoryMark } from '../../ui/tickets/category-mark.tsx';
import { PriorityMark } from '../../ui/tickets/priority-mark.tsx';
import { StatusMark } from '../../ui/tickets/status-mark.tsx';
import { categoryWord, priorityWord, statusWord } from '../../ui/tickets/words.ts';
import { AssigneeMenu } from './assignee-menu.tsx';
import classes from './property-menus.module.css';
import { PropertyMenu } from './property-menu.tsx';

interface ChoiceProps {
  icon: ReactNode;
  isCurrent: boolean;
  onChoose: () => void;
  children: ReactNode;
}

function Choice({ icon, isCurrent, onChoose, children }: ChoiceProps) {
  return (
    <Menu.Item
      leftSection={icon}
      rightSection={isCurrent ? <IconCheck aria-hidden size={14} stroke={2} /> : null}
      onClick={onChoose}
    >
      {children}
    </Menu.Item>
  );
}

function StatusMenu({ ticket }: { ticket: TicketRow }) {
  const store = useConsoleStore();
  const { t } = useTranslation('ticket');
  const { status } = ticket;
  return (
    <PropertyMenu
      name="status"
      label={t('status')}
      value={statusWord(status)}
      icon={<StatusMark status={status} size={15} />}
      shortcut="S"
    >
      {canonicalTransitions[status].map((to) => (
        <Choice
          key={to}
          icon={<StatusMark status={to} />}
          isCurrent={false}
          onChoose={() => void store.getState().moveStatus(to)}
        >
          {statusWord(to)}
        </Choice>
      ))}
    </PropertyMenu>
  );
}

function PriorityMenu({ ticket }: { ticket: TicketRow }) {
  const store = useConsoleStore();
  const { t } = useTranslation('ticket');
  return (
    <PropertyMenu
      name="priority"
      label={t('priority')}
      value={priorityWord(ticket.priority)}
      icon={<PriorityMark priority={ticket.priority} size={15} />}
      shortcut="P"
    >
      {priorities.map((priority) => (
        <Choice
          key={priority}
          icon={<PriorityMark priority={priority} />}
          isCurrent={priority === ticket.priority}
          onChoose={() => void store.getState().setPriority(priority)}
        >
          {priorityWord(priority)}
        </Choice>
      ))}
    </PropertyMenu>
  );
}

function CategoryMenu({ ticket }: { ticket: TicketRow }) {
  const store = useConsoleStore();
  const { t } = useTranslation('ticket');
  return (
    <PropertyMenu
      name="category"
      label={t('category')}
      value={categoryWord(ticket.category)}
      icon={<CategoryMark category={ticket.category} size={15} />}
    >
      {departments.map((category) => (
        <Choice
          key={category}
          icon={<CategoryMark category={category} />}
          isCurrent={category === ticket.category}
          onChoose={() => void store.getState().setCategory(category)}
        >
          {categoryWord(category)}
        </Choice>
      ))}
    </PropertyMenu>
  );
}

/** The properties that agents change all day. */
export function PropertyMenus({ ticket }: { ticket: TicketRow }) {
  const { t } = useTranslation('ticket');
  return (
    <div className={classes['row']} role="group" aria-label={t('properties')}>
      <StatusMenu ticket={ticket} />
      <AssigneeMenu ticket={ticket} />
      <PriorityMenu ticket={ticket} />
      <CategoryMenu ticket={ticket} />
    </div>
  );
}
