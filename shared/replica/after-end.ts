import type { DeskErrorData } from '../protocol/errors.ts';

/**
 * What a console does when a connection ended or never came to be: it asks for a sign-in, gives up for good, takes a
 * new identity, or waits and tries again.
 */
export type AfterEnd = 'needs_sign_in' | 'too_old' | 'refused' | 'take_new_identity' | 'try_again';

export function afterEnd({ kind, data }: DeskErrorData): AfterEnd {
  if (kind === 'signed_out') return 'needs_sign_in';
  // A node that is older, while a new version is on its way to all of them, is waited for.
  if (kind === 'unsupported') return data?.['code'] === 'too_new' ? 'try_again' : 'too_old';
  if (kind === 'conflict' && data?.['code'] === 'fork') return 'take_new_identity';
  return kind === 'forbidden' ? 'refused' : 'try_again';
}
