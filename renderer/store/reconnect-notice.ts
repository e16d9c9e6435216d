import type { SyncStatus } from '#shared/protocol/sync-status.ts';
import { words } from '../ui/i18n/i18n.ts';

/**
 * Says explicitly that an outage is over: silence makes people doubt that what they wrote was kept. The answer takes
 * each status in turn and gives the words when it is time for them.
 */
export function createReconnectNotice(): (status: SyncStatus) => string | null {
  let wasOffline = false;
  let queuedOffline = 0;

  return ({ connection, queued, needs_you }) => {
    if (connection.state === 'offline') {
      wasOffline = true;
      queuedOffline = queued;
    }
    if (connection.state !== 'live' || queued > 0 || !wasOffline) return null;
    const count = queuedOffline;
    wasOffline = false;
    queuedOffline = 0;
    if (needs_you > 0) return words('desk:back_online.needs_you');
    return count === 0 ? words('desk:back_online.nothing') : words('desk:back_online.sent', { count });
  };
}
