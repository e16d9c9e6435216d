import { expect, test } from 'vitest';
import type { DeskErrorData } from '../protocol/errors.ts';
import { afterEnd } from './after-end.ts';

const error = (kind: DeskErrorData['kind'], code?: string): DeskErrorData => ({
  kind,
  message: 'It ended',
  ...(code === undefined ? {} : { data: { code } }),
});

test('a console gives up only on what a wait cannot mend', () => {
  expect(afterEnd(error('signed_out'))).toBe('needs_sign_in');
  expect(afterEnd(error('unsupported', 'too_old'))).toBe('too_old');
  expect(afterEnd(error('unsupported'))).toBe('too_old');
  expect(afterEnd(error('forbidden'))).toBe('refused');
  expect(afterEnd(error('conflict', 'fork'))).toBe('take_new_identity');
  expect(afterEnd(error('unsupported', 'too_new'))).toBe('try_again');
  expect(afterEnd(error('conflict', 'unknown_client'))).toBe('try_again');
  expect(afterEnd(error('unavailable'))).toBe('try_again');
});
