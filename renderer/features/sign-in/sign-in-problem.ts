import type { DeskErrorData } from '#shared/protocol/errors.ts';
import { words } from '../../ui/i18n/i18n.ts';

/** Why nobody is signed in, in words that tell what to do next. */
export function signInProblem(error: DeskErrorData): string {
  switch (error.kind) {
    case 'signed_out':
    case 'invalid':
      return words('sign-in:wrong');
    case 'forbidden':
      return words('sign-in:not_approved');
    case 'rate_limited': {
      const seconds = Math.ceil((error.retryAfterMs ?? 0) / 1000);
      return seconds === 0 ? words('sign-in:too_many') : words('sign-in:too_many_seconds', { seconds });
    }
    case 'unavailable':
      return words('sign-in:unreachable');
    case 'not_found':
    case 'conflict':
    case 'too_large':
    case 'unsupported':
    case 'internal':
      return error.message;
  }
}
