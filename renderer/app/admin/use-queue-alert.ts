import { useEffect } from 'react';
import { isAdmin } from '#shared/model/user.ts';
import { queueCalls } from '#shared/protocol/admin/queue.ts';
import { askNode } from '../../store/ask-node.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { words } from '../../ui/i18n/i18n.ts';

const everyMs = 60_000;

/** Keeps the count of tickets that wait too long for an agent, and tells an admin when there are more than before. */
export function useQueueAlert(): void {
  const store = useConsoleStore();
  const isWatching = useConsole(
    ({ session, status }) =>
      session?.state === 'signed_in' && isAdmin(session.user) && status?.connection.state === 'live',
  );
  useEffect(() => {
    if (!isWatching) return undefined;
    let known = 0;
    const look = async (): Promise<void> => {
      const answered = await askNode(store, queueCalls.alert);
      if (!answered.ok) return;
      const { overdue } = answered.value;
      store.getState().setOverdueCount(overdue);
      const isWatched = store.getState().adminPlace?.section === 'queue';
      if (overdue > known && !isWatched)
        store.getState().notify(words('desk:queue_alert', { count: overdue }), 'problem');
      known = overdue;
    };
    void look();
    const timer = setInterval(() => void look(), everyMs);
    return () => clearInterval(timer);
  }, [store, isWatching]);
}
