import type { Icon } from '@tabler/icons-react';
import IconEye from '@tabler/icons-react/dist/esm/icons/IconEye.mjs';
import IconNote from '@tabler/icons-react/dist/esm/icons/IconNote.mjs';
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
import type { PresenceState } from '#shared/protocol/presence.ts';
import { nameOfPerson } from '../../store/people.ts';
import { useConsole } from '../../store/store-context.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import classes from './present-people.module.css';

const iconByState: Record<PresenceState, Icon> = { viewing: IconEye, draft: IconNote, typing: IconPencil };

/** Colleagues who are on the ticket at this moment, and what they do there. */
export function PresentPeople() {
  const t = wordsOf('ticket');
  const present = useConsole((state) => state.present);
  const people = useConsole((state) => state.people);
  if (present === null || present.people.length === 0) return null;
  const nameOf = nameOfPerson(people);
  return (
    <ul className={classes['people']} aria-label={t('present.here')}>
      {present.people.map(({ user_id: id, state }) => {
        const StateIcon = iconByState[state];
        const words = t(`present.${state}`, { name: nameOf(id) });
        return (
          <li key={id} className={classes['person']} data-state={state} title={words}>
            <Avatar name={nameOf(id)} size={24} />
            <span className={classes['state']}>
              <StateIcon aria-hidden size={11} stroke={2.25} />
            </span>
            <span className={classes['words']}>{words}</span>
          </li>
        );
      })}
    </ul>
  );
}
