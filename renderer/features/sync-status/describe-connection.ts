import type { Connection, SyncStatus } from '#shared/protocol/sync-status.ts';
import { words } from '../../ui/i18n/i18n.ts';
import { clockOrDate } from '../../ui/time.ts';

export type ConnectionTone = 'live' | 'busy' | 'offline' | 'problem';

type Offline = Extract<Connection, { state: 'offline' }>;

export interface ConnectionWords {
  tone: ConnectionTone;
  /** Short, for the pill. */
  label: string;
  /** What it means for the one who works here. */
  explanation: string;
}

/** Why nothing moves for now, and what goes on all the same. */
function describeOffline({ reason, since }: Offline, now: number): ConnectionWords {
  const kept = words('sync:kept');
  if (reason === 'unreachable') {
    const label = words('sync:offline.label', { time: clockOrDate(since, now) });
    return { tone: 'offline', label, explanation: words('sync:offline.text', { kept }) };
  }
  const tone = reason === 'node_too_old' ? 'offline' : 'problem';
  const explanation = words(`sync:${reason}.text`, { kept });
  return { tone, label: words(`sync:${reason}.label`), explanation };
}

/** The connection alone, without what waits to be sent. */
export function describeConnection(connection: Connection, now: number): ConnectionWords {
  const kept = words('sync:kept');
  switch (connection.state) {
    case 'connecting':
      return {
        tone: 'busy',
        label: words('sync:connecting.label'),
        explanation: words('sync:connecting.text', { kept }),
      };
    case 'catching_up': {
      const { done, total } = connection;
      const label =
        total === 0 ? words('sync:catching_up.label') : words('sync:catching_up.label_of', { done, total });
      return { tone: 'busy', label, explanation: words('sync:catching_up.text') };
    }
    case 'live':
      return { tone: 'live', label: words('sync:live.label'), explanation: words('sync:live.text') };
    case 'offline':
      return describeOffline(connection, now);
    case 'needs_sign_in': {
      const { reason } = connection;
      const key = reason === 'ended' ? 'needs_sign_in' : reason;
      return { tone: 'problem', label: words(`sync:${key}.label`), explanation: words(`sync:${key}.text`) };
    }
    case 'too_old':
      return {
        tone: 'problem',
        label: words('sync:too_old.label'),
        explanation: words('sync:too_old.text'),
      };
    case 'refused':
      return { tone: 'problem', label: words('sync:refused.label'), explanation: connection.message };
  }
}

/** The pill's whole text: `live`, `live, 3 queued`, `offline since 12:04, 3 queued`. */
export function pillText(status: SyncStatus, now: number): string {
  const { label } = describeConnection(status.connection, now);
  return status.queued === 0 ? label : words('sync:queued', { label, count: status.queued });
}

/** When the next attempt comes, in words; null when none is planned. */
export function retryText(connection: Connection, now: number): string | null {
  if (connection.state !== 'offline' || connection.retry_at === null) return null;
  const seconds = Math.ceil((connection.retry_at - now) / 1000);
  return seconds <= 0 ? words('sync:trying') : words('sync:retry_in', { seconds });
}
