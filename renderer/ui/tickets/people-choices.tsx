import { Menu } from '@mantine/core';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconUserOff from '@tabler/icons-react/dist/esm/icons/IconUserOff.mjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileRow } from '#shared/model/user.ts';
import { Avatar } from '../avatar.tsx';
import { words } from '../i18n/i18n.ts';
import classes from './people-choices.module.css';
import { categoryWord } from './words.ts';

/** More would not be read; the search finds the rest. */
const shownLimit = 12;

function asideOf(person: ProfileRow): string {
  const department =
    person.department === null ? words('tickets:people.all_departments') : categoryWord(person.department);
  return person.is_available === 1 ? department : words('tickets:people.away', { department });
}

interface PeopleChoicesProps {
  /** Those who fit what was typed, the best first. */
  find: (wanted: string) => readonly ProfileRow[];
  myId: number;
  currentId: number | null;
  /** Offers nobody as well. */
  hasNobody: boolean;
  onChoose: (id: number | null) => void;
}

/** Items of a menu: members of staff, with a search once the team is large. */
export function PeopleChoices({ find, myId, currentId, hasNobody, onChoose }: PeopleChoicesProps) {
  const { t } = useTranslation('tickets');
  const [wanted, setWanted] = useState('');
  return (
    <>
      <Menu.Search
        aria-label={t('people.find')}
        placeholder={t('people.assign_to')}
        value={wanted}
        onChange={(event) => setWanted(event.currentTarget.value)}
      />
      {find(wanted)
        .slice(0, shownLimit)
        .map((person) => (
          <Menu.Item
            key={person.uid}
            leftSection={<Avatar name={person.full_name} size={22} />}
            rightSection={person.id === currentId ? <IconCheck aria-hidden size={14} stroke={2} /> : null}
            onClick={() => onChoose(person.id)}
          >
            <span className={classes['person']}>
              {person.id === myId ? t('people.me', { name: person.full_name }) : person.full_name}
              <span className={classes['aside']}>{asideOf(person)}</span>
            </span>
          </Menu.Item>
        ))}
      {hasNobody ? (
        <>
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconUserOff aria-hidden size={16} stroke={1.75} />}
            onClick={() => onChoose(null)}
          >
            {t('people.nobody')}
          </Menu.Item>
        </>
      ) : null}
    </>
  );
}
