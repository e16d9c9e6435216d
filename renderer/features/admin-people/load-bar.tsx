import { Tooltip } from '@mantine/core';
import type { Person } from '#shared/protocol/admin/people.ts';
import { formatAdminPlace } from '../../store/admin-place.ts';
import { FigureLink } from '../../ui/admin/figure-link.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { openCount, utilisation } from './choose-people.ts';
import classes from './people.module.css';

/** The address of the tickets that they have open. */
export const openTicketsOf = ({ id }: Person): string =>
  formatAdminPlace('tickets', { assignee_id: id, is_open: 'yes' });

/** How much of their capacity is in use, as a bar with its figures. */
export function LoadBar({ person }: { person: Person }) {
  const t = wordsOf('admin-people');
  const percent = utilisation(person);
  const tone = percent >= 100 ? 'full' : percent >= 80 ? 'high' : 'normal';
  return (
    <Tooltip label={t('load_detail', person.load)}>
      <span className={classes['load']}>
        <span className={classes['bar']} aria-hidden>
          <span
            className={classes['filled']}
            data-tone={tone}
            style={{ inlineSize: `${Math.min(100, percent)}%` }}
          />
        </span>
        <FigureLink href={openTicketsOf(person)}>
          {t('load_of', { count: openCount(person), capacity: person.capacity, percent })}
        </FigureLink>
      </span>
    </Tooltip>
  );
}
