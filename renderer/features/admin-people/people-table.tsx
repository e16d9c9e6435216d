import { Switch } from '@mantine/core';
import type { Person } from '#shared/protocol/admin/people.ts';
import IconUsers from '@tabler/icons-react/dist/esm/icons/IconUsers.mjs';
import { DataTable, type Column } from '../../ui/admin/data-table.tsx';
import { FigureLink } from '../../ui/admin/figure-link.tsx';
import { figure } from '../../ui/admin/figures.ts';
import { menuColumn } from '../../ui/admin/row-actions.tsx';
import { TwoLines } from '../../ui/admin/row-name.tsx';
import { Tag, type Tone } from '../../ui/admin/tag.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { categoryWord, roleWord } from '../../ui/tickets/words.ts';
import { exactTime } from '../../ui/time.ts';
import { openCount, stateOf, utilisation, type PersonState } from './choose-people.ts';
import { LoadBar, openTicketsOf } from './load-bar.tsx';
import { menuOf, type PersonAction } from './person-menu.ts';
import classes from './people.module.css';

const toneByState: Record<PersonState, Tone> = { active: 'green', waiting: 'amber', inactive: 'grey' };

type OnAction = (action: PersonAction, person: Person) => void;

function Who({ person: { full_name, username, email } }: { person: Person }) {
  return (
    <span className={classes['who']}>
      <Avatar name={full_name} size={28} />
      <TwoLines second={email ?? username}>{full_name}</TwoLines>
    </span>
  );
}

function Availability({ person, onAction }: { person: Person; onAction: OnAction }) {
  const t = wordsOf('admin-people');
  if (person.role !== 'agent' || stateOf(person) !== 'active') return null;
  return (
    <Switch
      size="sm"
      checked={person.is_available}
      aria-label={t('available', { name: person.full_name })}
      onChange={() => onAction('availability', person)}
    />
  );
}

/** Only agents have a capacity that anything goes by. */
function Load({ person }: { person: Person }) {
  if (person.role === 'agent') return <LoadBar person={person} />;
  return <FigureLink href={openTicketsOf(person)}>{figure(openCount(person))}</FigureLink>;
}

function useColumns(onAction: OnAction): Column<Person>[] {
  const t = wordsOf('admin-people');
  const departmentOf = ({ department }: Person) => (department === null ? '' : categoryWord(department));
  const stateWord = (person: Person) => t(`state.${stateOf(person)}`);
  return [
    {
      id: 'name',
      header: t('column.name'),
      isRowHeader: true,
      sortBy: ({ full_name }) => full_name,
      cell: (person) => <Who person={person} />,
    },
    {
      id: 'role',
      header: t('column.role'),
      sortBy: (person) => `${roleWord(person.role)} ${departmentOf(person)}`,
      cell: (person) => <TwoLines second={departmentOf(person)}>{roleWord(person.role)}</TwoLines>,
    },
    {
      id: 'state',
      header: t('column.state'),
      sortBy: stateWord,
      cell: (person) => <Tag tone={toneByState[stateOf(person)]}>{stateWord(person)}</Tag>,
    },
    {
      id: 'available',
      header: t('column.available'),
      cell: (person) => <Availability person={person} onAction={onAction} />,
    },
    {
      id: 'load',
      header: t('column.load'),
      formula: t('formula'),
      sortBy: utilisation,
      cell: (person) => <Load person={person} />,
    },
    {
      id: 'last_login',
      header: t('column.last_login'),
      sortBy: ({ last_login_at }) => last_login_at,
      cell: ({ last_login_at }) => (last_login_at === null ? t('never') : exactTime(last_login_at)),
    },
    menuColumn(
      ({ full_name }) => full_name,
      (person) => menuOf(person, (action) => onAction(action, person)),
    ),
  ];
}

/** Staff in rows, with what is on their desks and what can be done about it. */
export function PeopleTable({ people, onAction }: { people: readonly Person[]; onAction: OnAction }) {
  const t = wordsOf('admin-people');
  const columns = useColumns(onAction);
  return (
    <DataTable
      label={t('people')}
      columns={columns}
      rows={people}
      rowKey={({ id }) => id}
      initialSort={{ id: 'name', isDescending: false }}
      toneOf={(person) => (person.is_active ? 'plain' : 'muted')}
      empty={{ icon: IconUsers, title: t('empty.title'), text: t('empty.text') }}
    />
  );
}
