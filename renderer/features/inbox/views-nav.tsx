import { ActionIcon, UnstyledButton } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import IconAlarmSnooze from '@tabler/icons-react/dist/esm/icons/IconAlarmSnooze.mjs';
import IconArchive from '@tabler/icons-react/dist/esm/icons/IconArchive.mjs';
import IconAt from '@tabler/icons-react/dist/esm/icons/IconAt.mjs';
import IconBell from '@tabler/icons-react/dist/esm/icons/IconBell.mjs';
import IconCircleDot from '@tabler/icons-react/dist/esm/icons/IconCircleDot.mjs';
import IconCircleHalf2 from '@tabler/icons-react/dist/esm/icons/IconCircleHalf2.mjs';
import IconFilter from '@tabler/icons-react/dist/esm/icons/IconFilter.mjs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import IconSettings from '@tabler/icons-react/dist/esm/icons/IconSettings.mjs';
import IconUser from '@tabler/icons-react/dist/esm/icons/IconUser.mjs';
import IconUserOff from '@tabler/icons-react/dist/esm/icons/IconUserOff.mjs';
import IconUsers from '@tabler/icons-react/dist/esm/icons/IconUsers.mjs';
import IconWorld from '@tabler/icons-react/dist/esm/icons/IconWorld.mjs';
import type { ReactNode } from 'react';
import { isAdmin } from '#shared/model/user.ts';
import { viewIds, type ViewId, type ViewKey } from '#shared/model/view.ts';
import { adminSections, formatAdminPlace } from '../../store/admin-place.ts';
import { keyLabel, viewCommandAt } from '../../store/keymap.ts';
import { formatRoute } from '../../store/route.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { keyOfSaved, savedInOrder, viewKeys, type SavedView } from '../../store/view-key.ts';
import { countOf } from '../../store/views.ts';
import { figure } from '../../ui/admin/figures.ts';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { categoryWord, viewWord } from '../../ui/tickets/words.ts';
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

interface ViewLinkProps {
  view: ViewKey;
  name: string;
  /** What is told of it when it is pointed at. */
  title: string;
  icon: Icon;
}

function ViewLink({ view, name, title, icon: ViewIcon }: ViewLinkProps) {
  const isCurrent = useConsole((state) => state.view === view && state.adminPlace === null);
  const count = useConsole((state) => countOf(view, state));
  return (
    <UnstyledButton
      component="a"
      href={formatRoute({ view, ticketUid: null })}
      className={classes['link']}
      aria-current={isCurrent ? 'page' : undefined}
      title={title}
    >
      <ViewIcon aria-hidden size={17} stroke={1.75} />
      <span className={classes['word']}>{name}</span>
      {/* The closed pile only grows: its size tells nothing. */}
      {count === undefined || view === 'closed' ? null : (
        <span className={classes['count']}>{figure(count)}</span>
      )}
    </UnstyledButton>
  );
}

/** A view's name with the number key that opens it. */
function useTitle(): (view: ViewKey, name: string) => string {
  const t = wordsOf('common');
  const keymap = useConsole((state) => state.keymap);
  const savedViews = useConsole((state) => state.savedViews);
  const pinnedUids = useConsole((state) => state.pinnedViewUids);
  const inOrder = viewKeys(savedViews, pinnedUids);
  return (view, name) => {
    const command = viewCommandAt(inOrder.indexOf(view) + 1);
    const key = command === null ? '' : keyLabel(keymap, command);
    return key === '' ? name : t('with_key', { name, key });
  };
}

const savedIcon = { own: IconFilter, team: IconUsers, all: IconWorld } as const satisfies Record<
  SavedView['visibility'],
  Icon
>;

/** Saved views, each with who else sees it. */
function SavedLinks({ views }: { views: readonly SavedView[] }) {
  const t = wordsOf('views');
  const title = useTitle();
  const sharedWith = ({ visibility, department }: SavedView): string => {
    if (visibility === 'own') return t('own_only');
    return visibility === 'all'
      ? t('everybody')
      : t('team_of', { team: categoryWord(department ?? 'general') });
  };
  return views.map((saved) => (
    <ViewLink
      key={saved.uid}
      view={keyOfSaved(saved.uid)}
      name={saved.name}
      title={`${title(keyOfSaved(saved.uid), saved.name)} · ${sharedWith(saved)}`}
      icon={savedIcon[saved.visibility]}
    />
  ));
}

/** The way to what admins see, with how many tickets have waited too long for an agent. */
function AdminLink() {
  const t = wordsOf('inbox');
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
      {overdue === 0 ? null : <span className={classes['overdue']}>{figure(overdue)}</span>}
    </UnstyledButton>
  );
}

function OtherViews({ views }: { views: readonly SavedView[] }) {
  const store = useConsoleStore();
  const t = wordsOf('views');
  return (
    <section aria-label={t('saved')} className={classes['apart']}>
      <div className={classes['headed']}>
        <h2 className={classes['heading']}>{t('saved')}</h2>
        <ActionIcon
          size={24}
          aria-label={t('new')}
          title={t('new')}
          onClick={() => store.getState().editView(null)}
        >
          <IconPlus size={14} stroke={2} />
        </ActionIcon>
      </div>
      <SavedLinks views={views} />
    </section>
  );
}

/** The views with their live counts, and for admins the way to their area. */
export function ViewsNav({ edge }: { edge: ReactNode }) {
  const t = wordsOf('inbox');
  const title = useTitle();
  const isForAdmins = useConsole(({ session }) => session?.state === 'signed_in' && isAdmin(session.user));
  const savedViews = useConsole((state) => state.savedViews);
  const pinnedUids = useConsole((state) => state.pinnedViewUids);
  const { pinned, others } = savedInOrder(savedViews, pinnedUids);
  return (
    <nav aria-label={t('views')} className={classes['nav']}>
      <div className={classes['views']}>
        <h2 className={classes['heading']}>{t('inbox')}</h2>
        <SavedLinks views={pinned} />
        {viewIds.map((view) => (
          <ViewLink
            key={view}
            view={view}
            name={viewWord(view)}
            title={title(view, viewWord(view))}
            icon={iconByView[view]}
          />
        ))}
        <OtherViews views={others} />
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
