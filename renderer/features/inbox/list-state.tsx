import { Button, Progress } from '@mantine/core';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconCloudOff from '@tabler/icons-react/dist/esm/icons/IconCloudOff.mjs';
import IconFilterOff from '@tabler/icons-react/dist/esm/icons/IconFilterOff.mjs';
import IconInbox from '@tabler/icons-react/dist/esm/icons/IconInbox.mjs';
import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs';
import type { ViewKey } from '#shared/model/view.ts';
import type { Connection } from '#shared/protocol/sync-status.ts';
import { formatRoute } from '../../store/route.ts';
import { isGone } from '../../store/views.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { figure } from '../../ui/admin/figures.ts';
import { words, wordsOf } from '../../ui/i18n/i18n.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import classes from './ticket-list.module.css';

/** What an empty view says, and whether that is good news. */
export function emptyText(view: ViewKey, waitingCount: number): { title: string; text: string } {
  switch (view) {
    case 'mine':
      return {
        title: words('inbox:empty.clear'),
        text:
          waitingCount === 0
            ? words('inbox:empty.mine')
            : words('inbox:empty.mine_waiting', { count: waitingCount }),
      };
    case 'unassigned':
      return { title: words('inbox:empty.clear'), text: words('inbox:empty.unassigned') };
    case 'open':
      return { title: words('inbox:empty.clear'), text: words('inbox:empty.open') };
    case 'waiting':
      return { title: words('inbox:empty.waiting_title'), text: words('inbox:empty.waiting') };
    case 'snoozed':
    case 'following':
    case 'mentions':
      return { title: words(`inbox:empty.${view}_title`), text: words(`inbox:empty.${view}`) };
    case 'closed':
      return { title: words('inbox:empty.closed_title'), text: words('inbox:empty.closed') };
    default:
      return { title: words('views:empty'), text: words('views:empty_text') };
  }
}

function LoadingRows() {
  const t = wordsOf('inbox');
  return (
    <div role="status" aria-label={t('loading')}>
      {[72, 54, 83, 61, 77].map((width) => (
        <div key={width} className={classes['skeleton']}>
          <div className={classes['bone']} style={{ width: `${width / 2}%` }} />
          <div className={classes['bone']} style={{ width: `${width}%` }} />
          <div className={classes['bone']} style={{ width: `${width - 10}%` }} />
        </div>
      ))}
    </div>
  );
}

function ViewGone() {
  const t = wordsOf('views');
  const back = (
    <Button variant="default" component="a" href={formatRoute({ view: 'mine', ticketUid: null })}>
      {t('gone_back')}
    </Button>
  );
  return (
    <EmptyState icon={IconFilterOff} title={t('gone')} action={back}>
      {t('gone_text')}
    </EmptyState>
  );
}

/** The first tickets are on their way: how far they are, as soon as that is known. */
function FirstFetch() {
  const t = wordsOf('inbox');
  const done = useConsole(({ status }) => progressOf(status?.connection)?.done ?? 0);
  const total = useConsole(({ status }) => progressOf(status?.connection)?.total ?? 0);
  const text = t('first_progress', { done: figure(done), total: figure(total) });
  const progress =
    total === 0 ? undefined : (
      <div className={classes['progress']}>
        <Progress.Root size="sm">
          <Progress.Section value={(100 * done) / total} aria-label={t('first.title')} />
        </Progress.Root>
        {text}
      </div>
    );
  return (
    <EmptyState icon={IconInbox} title={t('first.title')} action={progress}>
      {t('first.text')}
    </EmptyState>
  );
}

const progressOf = (connection: Connection | undefined) =>
  connection?.state === 'catching_up' ? connection : null;

/** Nothing was fetched yet: what that waits for. */
function NothingYet() {
  const t = wordsOf(['inbox', 'common']);
  const store = useConsoleStore();
  const state = useConsole(({ status }) => status?.connection.state ?? 'connecting');
  switch (state) {
    case 'offline':
      return (
        <EmptyState icon={IconCloudOff} title={t('inbox:first_offline.title')}>
          {t('inbox:first_offline.text')}
        </EmptyState>
      );
    case 'needs_sign_in': {
      const signIn = (
        <Button onClick={() => store.getState().setSignInOpen(true)}>{t('common:sign_in_again')}</Button>
      );
      return (
        <EmptyState icon={IconLock} title={t('inbox:first_sign_in.title')} action={signIn}>
          {t('inbox:first_sign_in.text')}
        </EmptyState>
      );
    }
    case 'too_old':
    case 'refused':
      return (
        <EmptyState icon={IconCloudOff} title={t('inbox:first_blocked.title')}>
          {t('inbox:first_blocked.text')}
        </EmptyState>
      );
    case 'connecting':
    case 'catching_up':
    case 'live':
      return <FirstFetch />;
  }
}

function ListFailed() {
  const t = wordsOf(['inbox', 'common']);
  const store = useConsoleStore();
  const retry = (
    <Button variant="default" onClick={() => void store.getState().refreshList()}>
      {t('common:try_again')}
    </Button>
  );
  return (
    <EmptyState icon={IconCloudOff} title={t('inbox:failed.title')} action={retry}>
      {t('inbox:failed.text')}
    </EmptyState>
  );
}

/** What the list shows when it has no rows. */
export function ListState() {
  const phase = useConsole((state) => state.list.phase);
  const view = useConsole((state) => state.view);
  const waitingCount = useConsole((state) => state.counts.waiting ?? 0);
  const isFirstFetch = useConsole(({ status }) => status !== null && status.synced_at === null);
  const isViewGone = useConsole((state) => state.list.phase === 'failed' && isGone(state));

  if (phase === 'loading') return <LoadingRows />;
  if (isViewGone) return <ViewGone />;
  if (phase === 'failed') return <ListFailed />;
  if (isFirstFetch) return <NothingYet />;
  const { title, text } = emptyText(view, waitingCount);
  return (
    <EmptyState icon={IconCircleCheck} title={title}>
      {text}
    </EmptyState>
  );
}
