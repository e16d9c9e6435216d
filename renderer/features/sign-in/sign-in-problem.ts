import type { DeskErrorData } from '#shared/protocol/errors.ts';

/** Why nobody is signed in, in words that tell what to do next. */
export function signInProblem(error: DeskErrorData): string {
  switch (error.kind) {
    case 'signed_out':
    case 'invalid':
      return 'The user name or the password is wrong.';
    case 'forbidden':
      return 'This account may not use the console. An administrator has to approve it first.';
    case 'rate_limited': {
      const seconds = Math.ceil((error.retryAfterMs ?? 0) / 1000);
      return seconds === 0
        ? 'Too many attempts. Wait a little.'
        : `Too many attempts. Try again in ${seconds} s.`;
    }
    case 'unavailable':
      return 'The node cannot be reached. Check the network and the address of the node.';
    case 'not_found':
    case 'conflict':
    case 'too_large':
    case 'unsupported':
    case 'internal':
      return error.message;
  }
}
