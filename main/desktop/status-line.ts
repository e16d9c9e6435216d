import type { Session, SyncStatus } from '#shared/protocol/ipc.ts';

/** What the tray knows: the newest of each event that the replica told. */
export interface DeskState {
  readonly session: Session | null;
  readonly status: SyncStatus | null;
  readonly unread: number;
}

/** The tray's first line: whether the desk is in step with its node, in words. */
export function describeStatus({ session, status }: DeskState): string {
  if (session?.state === 'signed_out') return 'Signed out';
  if (status === null) return 'Starting…';
  return [describeConnection(status.connection), ...describeWork(status)].join(' · ');
}

/** True when nothing moves until a person does something. */
export function needsAttention({ status }: DeskState): boolean {
  switch (status?.connection.state) {
    case 'needs_sign_in':
    case 'too_old':
    case 'refused':
      return true;
    default:
      return (status?.needs_you ?? 0) > 0;
  }
}

function describeConnection(connection: SyncStatus['connection']): string {
  switch (connection.state) {
    case 'connecting':
      return 'Connecting…';
    case 'catching_up':
      return `Catching up, ${connection.done} of ${connection.total}`;
    case 'live':
      return 'Up to date';
    case 'offline':
      return 'Offline';
    case 'needs_sign_in':
      return 'Sign in again to sync';
    case 'too_old':
      return 'Update Waypost to sync';
    case 'refused':
      return 'The node refuses this console';
  }
}

function describeWork(status: SyncStatus): string[] {
  return [
    ...(status.queued > 0 ? [`${countOf(status.queued, 'change')} waiting`] : []),
    ...(status.needs_you > 0 ? [`${status.needs_you} need${status.needs_you === 1 ? 's' : ''} you`] : []),
  ];
}

function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
