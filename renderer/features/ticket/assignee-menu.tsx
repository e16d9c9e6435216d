import { Menu } from '@mantine/core';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconUserOff from '@tabler/icons-react/dist/esm/icons/IconUserOff.mjs';
import IconUserPlus from '@tabler/icons-react/dist/esm/icons/IconUserPlus.mjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketRow } from '#shared/model/ticket.ts';
import type { ProfileRow } from '#shared/model/user.ts';
import { assignable, nameOfPerson } from '../../store/people.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { words } from '../../ui/i18n/i18n.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { categoryWord } from '../../ui/tickets/words.ts';
import classes from './property-menu.module.css';
import { PropertyMenu } from './property-menu.tsx';

/** More would not be read; the search finds the rest. */
const shownLimit = 12;

function asideOf(person: ProfileRow): string {
  const department =
    person.department === null ? words('ticket:all_departments') : categoryWord(person.department);
  return person.is_available === 1 ? department : words('ticket:away', { department });
}

/** Who works on the ticket, with a search once the team is large. */
export function AssigneeMenu({ ticket }: { ticket: TicketRow }) {
  const store = useConsoleStore();
  const { t } = useTranslation('ticket');
  const people = useConsole((state) => state.people);
  const myId = useConsole(({ session }) => (session?.state === 'signed_in' ? session.user.id : -1));
  const [wanted, setWanted] = useState('');
  const { assignee_id: assigneeId } = ticket;
  const name = assigneeId === null ? null : nameOfPerson(people)(assigneeId);
  const assign = (id: number | null) => void store.getState().assign(id);

  return (
    <PropertyMenu
      name="assignee"
      label={t('assignee')}
      value={name ?? t('nobody')}
      icon={
        name === null ? (
          <IconUserPlus aria-hidden size={15} stroke={1.75} />
        ) : (
          <Avatar name={name} size={18} />
        )
      }
      shortcut="A"
    >
      <Menu.Search
        aria-label={t('find_person')}
        placeholder={t('assign_to')}
        value={wanted}
        onChange={(event) => setWanted(event.currentTarget.value)}
      />
      {assignable(people, myId, wanted)
        .slice(0, shownLimit)
        .map((person) => (
          <Menu.Item
            key={person.uid}
            leftSection={<Avatar name={person.full_name} size={22} />}
            rightSection={person.id === assigneeId ? <IconCheck aria-hidden size={14} stroke={2} /> : null}
            onClick={() => assign(person.id)}
          >
            <span className={classes['person']}>
              {person.id === myId ? t('me', { name: person.full_name }) : person.full_name}
              <span className={classes['aside']}>{asideOf(person)}</span>
            </span>
          </Menu.Item>
        ))}
      {assigneeId === null ? null : (
        <>
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconUserOff aria-hidden size={16} stroke={1.75} />}
            onClick={() => assign(null)}
          >
            {t('nobody')}
          </Menu.Item>
        </>
      )}
    </PropertyMenu>
  );
}
