import { canonicalTransitions } from '#shared/model/status.ts';
import type { TicketRow } from '#shared/model/ticket.ts';
import { useConsoleStore } from '../../store/store-context.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { CategoryMark } from '../../ui/tickets/category-mark.tsx';
import { CategoryChoices, PriorityChoices, StatusChoices } from '../../ui/tickets/menu-choices.tsx';
import { PriorityMark } from '../../ui/tickets/priority-mark.tsx';
import { StatusMark } from '../../ui/tickets/status-mark.tsx';
import { categoryWord, priorityWord, statusWord } from '../../ui/tickets/words.ts';
import { AssigneeMenu } from './assignee-menu.tsx';
import classes from './property-menus.module.css';
import { PropertyMenu } from './property-menu.tsx';

function StatusMenu({ ticket }: { ticket: TicketRow }) {
  const store = useConsoleStore();
  const t = wordsOf('ticket');
  const { status } = ticket;
  return (
    <PropertyMenu
      name="status"
      label={t('status')}
      value={statusWord(status)}
      icon={<StatusMark status={status} size={15} />}
    >
      <StatusChoices
        statuses={canonicalTransitions[status]}
        onChoose={(to) => void store.getState().act({ kind: 'status', to })}
      />
    </PropertyMenu>
  );
}

function PriorityMenu({ ticket }: { ticket: TicketRow }) {
  const store = useConsoleStore();
  const t = wordsOf('ticket');
  return (
    <PropertyMenu
      name="priority"
      label={t('priority')}
      value={priorityWord(ticket.priority)}
      icon={<PriorityMark priority={ticket.priority} size={15} />}
    >
      <PriorityChoices
        current={ticket.priority}
        onChoose={(to) => void store.getState().act({ kind: 'priority', to })}
      />
    </PropertyMenu>
  );
}

function CategoryMenu({ ticket }: { ticket: TicketRow }) {
  const store = useConsoleStore();
  const t = wordsOf('ticket');
  return (
    <PropertyMenu
      name="category"
      label={t('category')}
      value={categoryWord(ticket.category)}
      icon={<CategoryMark category={ticket.category} size={15} />}
    >
      <CategoryChoices
        current={ticket.category}
        onChoose={(to) => void store.getState().act({ kind: 'category', to })}
      />
    </PropertyMenu>
  );
}

/** The properties that agents change all day. */
export function PropertyMenus({ ticket }: { ticket: TicketRow }) {
  const t = wordsOf('ticket');
  return (
    <div className={classes['row']} role="group" aria-label={t('properties')}>
      <StatusMenu ticket={ticket} />
      <AssigneeMenu ticket={ticket} />
      <PriorityMenu ticket={ticket} />
      <CategoryMenu ticket={ticket} />
    </div>
  );
}
