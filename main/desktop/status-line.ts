import type { Session, SyncStatus } from '#shared/protocol/sync-status.ts';
import type { Words } from '../words/shape.ts';

/** What the tray knows: the newest of each event that the replica told. */
export interface DeskState {
  readonly session: Session | null;
  readonly status: SyncStatus | null;
  /** Tickets of the agent's own with something new. */
  readonly unread: number;
  /** Other tickets: those in which a note calls the agent, and those that they follow. */
  readonly mentioned: number;
  readonly followed: number;
}

export const emptyDesk: DeskState = { session: null, status: null, unread: 0, mentioned: 0, followed: 0 };

/** How many tickets wait for this agent in person. */
export function countForMe({ unread, mentioned }: DeskState): number {
  return unread + mentioned;
}

/** The tray's first line: whether the desk is in step with its node, in words. */
export function describeStatus({ session, status }: DeskState, { status: words }: Words): string {
  if (session?.state === 'signed_out') return words.signed_out;
  if (status === null) return words.starting;
  return [describeConnection(status.connection, words), ...describeWork(status, words)].join(' · ');
}

/** True when nothing moves until a person does something. */
export function needsAttention({ session, status }: DeskState): boolean {
  if (session?.state === 'signed_out') return false;
  switch (status?.connection.state) {
    case 'needs_sign_in':
    case 'too_old':
    case 'refused':
      return true;
    case 'offline':
      return status.connection.reason === 'disk_full' || status.needs_you > 0;
    default:
      return (status?.needs_you ?? 0) > 0;
  }
}

function describeConnection(connection: SyncStatus['connection'], words: Words['status']): string {
  switch (connection.state) {
    case 'catching_up':
      return words.catching_up(connection.done, connection.total);
    case 'offline':
      return words.offline[connection.reason];
    default:
      return words[connection.state];
  }
}

function describeWork(status: SyncStatus, words: Words['status']): string[] {
  return [
    ...(status.queued > 0 ? [words.waiting(status.queued)] : []),
    ...(status.needs_you > 0 ? [words.needs_you(status.needs_you)] : []),
  ];
}
