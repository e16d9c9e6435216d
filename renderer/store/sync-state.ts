import type { AwayItem } from '#shared/protocol/away-item.ts';
import type { OutboxItem } from '#shared/protocol/kept-change.ts';
import type { SyncStatus } from '#shared/protocol/sync-status.ts';

/** How this console stands with its node, what waits to be sent, and what was missed. */
export interface SyncState {
  status: SyncStatus | null;
  /** Nothing new can be kept on this computer: what is written stays in the window. */
  isDiskFull: boolean;
  outbox: readonly OutboxItem[];
  /** The newest changes that have arrived, the last one first; read when the panel opens. */
  done: readonly OutboxItem[];
  /** What others did while this console was away and nobody has read about yet, the newest first. */
  away: readonly AwayItem[];
  /** Tickets of mine with something unread. */
  unreadCount: number;
  loadStatus: () => Promise<void>;
  refreshOutbox: () => Promise<void>;
  loadDone: () => Promise<void>;
  loadAway: () => Promise<void>;
  clearAway: () => Promise<void>;
  retryNow: () => Promise<void>;
  /** Takes a change back that was never sent; its text becomes the draft when it is to be edited. False: too late. */
  takeBackChange: (id: number, isEdited: boolean) => Promise<boolean>;
  /** Whether this page can bring itself up to date. */
  canLoadNewest: boolean;
  loadNewest: () => Promise<void>;
}
