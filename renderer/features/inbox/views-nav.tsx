import { UnstyledButton } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import IconAlarmSnooze from '@tabler/icons-react/dist/esm/icons/IconAlarmSnooze.mjs';
import IconArchive from '@tabler/icons-react/dist/esm/icons/IconArchive.mjs';
import IconAt from '@tabler/icons-react/dist/esm/icons/IconAt.mjs';
import IconBell from '@tabler/icons-react/dist/esm/icons/IconBell.mjs';
import IconCircleDot from '@tabler/icons-react/dist/esm/icons/IconCircleDot.mjs';
import IconCircleHalf2 from '@tabler/icons-react/dist/esm/icons/IconCircleHalf2.mjs';
import IconUser from '@tabler/icons-react/dist/esm/icons/IconUser.mjs';
import IconUserOff from '@tabler/icons-react/dist/esm/icons/IconUserOff.mjs';
import { useTranslation } from 'react-i18next';
import { viewIds, type ViewId } from '#shared/model/view.ts';
import { formatRoute } from '../../store/route.ts';
import { useConsole } from '../../store/store-context.tsx';
import { viewWord } from '../../ui/tickets/words.ts';
import classes from './views-nav.module.css';

const iconByView: Record<ViewId, Icon> = {
  mine: IconUser,
  unassigned: IconUserOff,
  open: IconCircleDot,
  waiting: IconCircleHalf2,
  snoozed: IconAlarmSnooze,
  following: IconBell,
  mentions: IconAt,
  closed: IconArchive,
};

function ViewLink({ view }: { view: ViewId }) {
  const isCurrent = useConsole((state) => state.view === view);
  const count = useConsole((state) => state.counts[view]);
  const ViewIcon = iconByView[view];
  return (
    <UnstyledButton
      component="a"
      href={formatRoute({ view, ticketUid: null })}
      className={classes['link']}
      aria-current={isCurrent ? 'page' : undefined}
      title={viewWord(view)}
    >
      <ViewIcon aria-hidden size={17} stroke={1.75} />
      <span className={classes['word']}>{viewWord(view)}</span>
      {/* The closed pile only grows: its size tells nothing. */}
      {count === undefined || view === 'closed' ? null : <span className={classes['count']}>{count}</span>}
    </UnstyledButton>
  );
}

/** The built-in views with their live counts. */
export function ViewsNav() {
  const { t } = useTranslation('inbox');
  return (
    <nav aria-label={t('views')} className={classes['nav']}>
      <h2 className={classes['heading']}>{t('inbox')}</h2>
      {viewIds.map((view) => (
        <ViewLink key={view} view={view} />
      ))}
    </nav>
  );
}
