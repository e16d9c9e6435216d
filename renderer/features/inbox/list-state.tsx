import { Button } from '@mantine/core';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconCloudOff from '@tabler/icons-react/dist/esm/icons/IconCloudOff.mjs';
import IconInbox from '@tabler/icons-react/dist/esm/icons/IconInbox.mjs';
import type { ViewId } from '#shared/model/view.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import classes from './ticket-list.module.css';

/** What an empty view says, and whether that is good news. */
export function emptyText(view: ViewId, waitingCount: number): { title: string; text: string } {
  switch (view) {
    case 'mine': {
      const others = waitingCount === 1 ? '1 ticket waits' : `${waitingCount} tickets wait`;
      return {
        title: 'All clear',
        text: waitingCount === 0 ? 'No open tickets are yours.' : `${others} on others.`,
      };
    }
    case 'unassigned':
      return { title: 'All clear', text: 'Every open ticket has somebody.' };
    case 'open':
      return { title: 'All clear', text: 'There are no open tickets.' };
    case 'waiting':
      return { title: 'Nothing waits', text: 'No ticket is on hold or waits for a customer.' };
    case 'closed':
      return { title: 'Nothing closed', text: 'Tickets closed in the last 30 days appear here.' };
  }
}

function LoadingRows() {
  return (
    <div role="status" aria-label="Loading tickets">
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

/** What the list shows when it has no rows. */
export function ListState() {
  const store = useConsoleStore();
  const phase = useConsole((state) => state.list.phase);
  const view = useConsole((state) => state.view);
  const waitingCount = useConsole((state) => state.counts.waiting ?? 0);
  const isFirstFetch = useConsole(({ status }) => status !== null && status.synced_at === null);
  const isOffline = useConsole(({ status }) => status?.connection.state === 'offline');

  if (phase === 'loading') return <LoadingRows />;
  if (phase === 'failed') {
    const retry = (
      <Button variant="default" onClick={() => void store.getState().refreshList()}>
        Try again
      </Button>
    );
    return (
      <EmptyState icon={IconCloudOff} title="The list could not be read" action={retry}>
        Your tickets are safe; this window could not reach its own copy of them.
      </EmptyState>
    );
  }
  if (isFirstFetch && isOffline) {
    return (
      <EmptyState icon={IconCloudOff} title="Your tickets are not here yet">
        They come as soon as the node can be reached. From then on they are at hand without a network, too.
      </EmptyState>
    );
  }
  if (isFirstFetch) {
    return (
      <EmptyState icon={IconInbox} title="Fetching your tickets">
        They appear here as they arrive. You can start as soon as the first ones are in.
      </EmptyState>
    );
  }
  const { title, text } = emptyText(view, waitingCount);
  return (
    <EmptyState icon={IconCircleCheck} title={title}>
      {text}
    </EmptyState>
  );
}
