import type { Connection, SyncStatus } from '#shared/protocol/ipc.ts';
import { clockOrDate } from '../../ui/time.ts';

export type ConnectionTone = 'live' | 'busy' | 'offline' | 'problem';

export interface ConnectionWords {
  tone: ConnectionTone;
  /** Short, for the pill. */
  label: string;
  /** What it means for the one who works here. */
  explanation: string;
}

const kept = 'What you write is kept on this computer and sent when the node can be reached.';

/** The connection alone, without what waits to be sent. */
export function describeConnection(connection: Connection, now: number): ConnectionWords {
  switch (connection.state) {
    case 'connecting':
      return { tone: 'busy', label: 'connecting', explanation: `Looking for the node. ${kept}` };
    case 'catching_up': {
      const { done, total } = connection;
      const label = total === 0 ? 'catching up' : `catching up ${done} of ${total}`;
      return { tone: 'busy', label, explanation: 'Fetching what changed. You can work with what is here.' };
    }
    case 'live':
      return { tone: 'live', label: 'live', explanation: 'Everything is up to date.' };
    case 'offline':
      return {
        tone: 'offline',
        label: `offline since ${clockOrDate(connection.since, now)}`,
        explanation: `You can keep working. ${kept}`,
      };
    case 'needs_sign_in':
      return {
        tone: 'problem',
        label: 'needs sign-in',
        explanation: 'Your session ended. Sign in again to go on syncing; nothing you wrote is lost.',
      };
    case 'too_old':
      return {
        tone: 'problem',
        label: 'app too old',
        explanation:
          'The node speaks a newer version. Update this app to go on syncing; what you wrote is kept.',
      };
    case 'refused':
      return { tone: 'problem', label: 'refused', explanation: connection.message };
  }
}

/** The pill's whole text: `live`, `live, 3 queued`, `offline since 12:04, 3 queued`. */
export function pillText(status: SyncStatus, now: number): string {
  const { label } = describeConnection(status.connection, now);
  return status.queued === 0 ? label : `${label}, ${status.queued} queued`;
}

/** When the next attempt comes, in words; null when none is planned. */
export function retryText(connection: Connection, now: number): string | null {
  if (connection.state !== 'offline' || connection.retry_at === null) return null;
  const seconds = Math.ceil((connection.retry_at - now) / 1000);
  return seconds <= 0 ? 'Trying now…' : `Next attempt in ${seconds} s`;
}
