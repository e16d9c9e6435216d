import { UnstyledButton } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import IconAlarmSnooze from '@tabler/icons-react/dist/esm/icons/IconAlarmSnooze.mjs';
import IconArchive from '@tabler/icons-react/dist/esm/icons/IconArchive.mjs';
import IconAt from '@tabler/icons-react/dist/esm/icons/IconAt.mjs';
import IconBell from '@tabler/icons-react/dist/esm/icons/IconBell.mjs';
import IconCircleDot from '@tabler/icons-react/dist/esm/icons/IconCircleDot.mjs';
import IconCircleHalf2 from '@tabler/icons-react/dist/esm/icons/IconCircleHalf2.mjs';
import IconSettings from '@tabler/icons-react/dist/esm/icons/IconSettings.mjs';
import IconUser from '@tabler/icons-react/dist/esm/icons/IconUser.mjs';
import IconUserOff from '@tabler/icons-react/dist/esm/icons/IconUserOff.mjs';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isAdmin } from '#shared/model/user.ts';
import { viewIds, type ViewId } from '#shared/model/view.ts';
import { adminSections, formatAdminPlace } from '../../store/admin-place.ts';
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
  const isCurrent = useConsole((state) => state.view === view && state.adminPlace === null);
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

/** The way to what admins see, with how many tickets have waited too long for an agent. */
function AdminLink() {
  const { t } = useTranslation('inbox');
  const isCurrent = useConsole((state) => state.adminPlace !== null);
  const overdue = useConsole((state) => state.overdueCount);
  const name = overdue === 0 ? t('admin') : t('admin_overdue', { count: overdue });
  return (
    <UnstyledButton
      component="a"
      href={formatAdminPlace(overdue === 0 ? adminSections[0] : 'queue')}
      className={classes['link']}
      aria-current={isCurrent ? 'page' : undefined}
      aria-label={name}
      title={name}
    >
      <IconSettings aria-hidden size={17} stroke={1.75} />
      <span className={classes['word']}>{t('admin')}</span>
      {overdue === 0 ? null : <span className={classes['overdue']}>{overdue}</span>}
    </UnstyledButton>
  );
}

/** The built-in views with their live counts, and for admins the way to their area. */
export function ViewsNav({ edge }: { edge: ReactNode }) {
  const { t } = useTranslation('inbox');
  const isForAdmins = useConsole(({ session }) => session?.state === 'signed_in' && isAdmin(session.user));
  return (
    <nav aria-label={t('views')} className={classes['nav']}>
      <div className={classes['views']}>
        <h2 className={classes['heading']}>{t('inbox')}</h2>
        {viewIds.map((view) => (
          <ViewLink key={view} view={view} />
        ))}
        {isForAdmins ? (
          <div className={classes['apart']}>
            <AdminLink />
          </div>
        ) : null}
      </div>
      {edge}
    </nav>
  );
}
