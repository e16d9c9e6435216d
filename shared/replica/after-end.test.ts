import { expect, test } from 'vitest';
import type { DeskErrorData } from '../protocol/errors.ts';
import { afterEnd, offlineReasonOf } from './after-end.ts';

const error = (kind: DeskErrorData['kind'], code?: string): DeskErrorData => ({
  kind,
  message: 'It ended',
  ...(code === undefined ? {} : { data: { code } }),
});

test('a console gives up only on what a wait cannot mend', () => {
  expect(afterEnd(error('signed_out'), false)).toBe('needs_sign_in');
  expect(afterEnd(error('unsupported', 'too_old'), false)).toBe('too_old');
  expect(afterEnd(error('unsupported'), false)).toBe('too_old');
  expect(afterEnd(error('forbidden'), false)).toBe('refused');
  expect(afterEnd(error('conflict', 'fork'), false)).toBe('take_new_identity');
  expect(afterEnd(error('unsupported', 'too_new'), false)).toBe('try_again');
  expect(afterEnd(error('conflict', 'unknown_client'), false)).toBe('try_again');
  expect(afterEnd(error('unavailable'), false)).toBe('try_again');
});

test('a session that was taken back takes the copy along; on an open connection its renewal tells which it is', () => {
  expect(afterEnd(error('signed_out', 'revoked'), false)).toBe('leave');
  expect(afterEnd(error('signed_out', 'revoked'), true)).toBe('leave');
  expect(afterEnd(error('signed_out'), true)).toBe('renew_session');
});

test('a console that tries again says what keeps it out of step', () => {
  expect(offlineReasonOf(error('unsupported', 'too_new'))).toBe('node_too_old');
  expect(offlineReasonOf(error('unavailable', 'disk_full'))).toBe('disk_full');
  expect(offlineReasonOf(error('unavailable', 'files'))).toBe('files');
  expect(offlineReasonOf(error('unavailable'))).toBe('unreachable');
  expect(offlineReasonOf(error('conflict', 'unknown_client'))).toBe('unreachable');
});
