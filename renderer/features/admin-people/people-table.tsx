import { Switch, VisuallyHidden } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '#shared/protocol/admin/people.ts';
import IconUsers from '@tabler/icons-react/dist/esm/icons/IconUsers.mjs';
import { DataTable, type Column } from '../../ui/admin/data-table.tsx';
import { figure } from '../../ui/admin/figures.ts';
import { Tag, type Tone } from '../../ui/admin/tag.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { categoryWord, roleWord } from '../../ui/tickets/words.ts';
import { exactTime } from '../../ui/time.ts';
import { openCount, stateOf, utilisation, type PersonState } from './choose-people.ts';
import { LoadBar, openTicketsOf } from './load-bar.tsx';
import { PersonMenu, type PersonAction } from './person-menu.tsx';
import classes from './people.module.css';

const toneByState: Record<PersonState, Tone> = { active: 'green', waiting: 'amber', inactive: 'grey' };

function useColumns(onAction: (action: PersonAction, person: Person) => void): Column<Person>[] {
  const { t } = useTranslation(['admin-people', 'admin']);
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('admin-people:column.name'),
        isRowHeader: true,
        sortBy: ({ full_name }) => full_name,
        cell: ({ full_name, username, email }) => (
          <span className={classes['who']}>
            <Avatar name={full_name} size={28} />
            <span className={classes['names']}>
              {full_name}
              <span className={classes['second']}>{email ?? username}</span>
            </span>
          </span>
        ),
      },
      {
        id: 'role',
        header: t('admin-people:column.role'),
        sortBy: ({ role, department }) =>
          `${roleWord(role)} ${department === null ? '' : categoryWord(department)}`,
        cell: ({ role, department }) => (
          <span className={classes['names']}>
            {roleWord(role)}
            {department === null ? null : (
              <span className={classes['second']}>{categoryWord(department)}</span>
            )}
          </span>
        ),
      },
      {
        id: 'state',
        header: t('admin-people:column.state'),
        sortBy: (person) => t(`admin-people:state.${stateOf(person)}`),
        cell: (person) => (
          <Tag tone={toneByState[stateOf(person)]}>{t(`admin-people:state.${stateOf(person)}`)}</Tag>
        ),
      },
      {
        id: 'available',
        header: t('admin-people:column.available'),
        cell: (person) =>
          person.role === 'agent' && stateOf(person) === 'active' ? (
            <Switch
              size="sm"
              checked={person.is_available}
              aria-label={t('admin-people:available', { name: person.full_name })}
              onChange={() => onAction('availability', person)}
            />
          ) : null,
      },
      {
        id: 'load',
        header: t('admin-people:column.load'),
        sortBy: (person) => utilisation(person),
        cell: (person) =>
          // Only agents have a capacity that anything goes by.
          person.role === 'agent' ? (
            <LoadBar person={person} />
          ) : (
            <a className={classes['figures']} href={openTicketsOf(person)}>
              {figure(openCount(person))}
            </a>
          ),
      },
      {
        id: 'last_login',
        header: t('admin-people:column.last_login'),
        sortBy: ({ last_login_at }) => last_login_at,
        cell: ({ last_login_at }) =>
          last_login_at === null ? t('admin-people:never') : exactTime(last_login_at),
      },
      {
        id: 'actions',
        header: t('admin-people:column.actions'),
        headerCell: <VisuallyHidden>{t('admin-people:column.actions')}</VisuallyHidden>,
        width: '44px',
        cell: (person) => <PersonMenu person={person} onAction={(action) => onAction(action, person)} />,
      },
    ],
    [t, onAction],
  );
}

/** Staff in rows, with what is on their desks and what can be done about it. */
export function PeopleTable({
  people,
  onAction,
}: {
  people: readonly Person[];
  onAction: (action: PersonAction, person: Person) => void;
}) {
  const { t } = useTranslation('admin-people');
  const columns = useColumns(onAction);
  return (
    <DataTable
      label={t('people')}
      columns={columns}
      rows={people}
      rowKey={({ id }) => id}
      initialSort={{ id: 'name', isDescending: false }}
      toneOf={(person) => (person.is_active ? 'plain' : 'muted')}
      empty={
        <EmptyState icon={IconUsers} title={t('empty.title')}>
          {t('empty.text')}
        </EmptyState>
      }
    />
  );
}
