import { revokedCode } from '../protocol/console-session.ts';
import type { DeskErrorData } from '../protocol/errors.ts';
import { offlineReasons, type OfflineReason } from '../protocol/sync-status.ts';

/**
 * What a console does when a connection ended or never came to be: it renews its session, asks for a sign-in, with or
 * without leaving the desk's copy behind, gives up for good, takes a new identity, or waits and tries again.
 */
export type AfterEnd =
  | 'renew_session'
  | 'needs_sign_in'
  | 'leave'
  | 'too_old'
  | 'refused'
  | 'take_new_identity'
  | 'try_again';

/** Whether the node took the session back, rather than let it end. */
export const isRevoked = ({ data }: DeskErrorData): boolean => data?.['code'] === revokedCode;

/** What keeps a console that tries again out of step. */
export function offlineReasonOf({ kind, data }: DeskErrorData): OfflineReason {
  if (kind === 'unsupported') return 'node_too_old';
  return offlineReasons.find((reason) => reason === data?.['code']) ?? 'unreachable';
}

/** @param wasOpen Whether the connection stood: why it was refused is said to whoever renews the session alone. */
export function afterEnd(error: DeskErrorData, wasOpen: boolean): AfterEnd {
  const { kind, data } = error;
  if (kind === 'signed_out') {
    if (isRevoked(error)) return 'leave';
    return wasOpen ? 'renew_session' : 'needs_sign_in';
  }
  // A node that is older, while a new version is on its way to all of them, is waited for.
  if (kind === 'unsupported') return data?.['code'] === 'too_new' ? 'try_again' : 'too_old';
  if (kind === 'conflict' && data?.['code'] === 'fork') return 'take_new_identity';
  return kind === 'forbidden' ? 'refused' : 'try_again';
}
