import { afterEach, expect, it, vi } from 'vitest';
import { testNotification } from './show-notification.ts';

afterEach(() => void vi.useRealTimers());

const text = { title: 'Test', body: 'It works' };

/** A browser whose user answers so, and whose system says this of a notification. */
function browserWith(
  permission: NotificationPermission,
  answer: NotificationPermission,
  word: string | null,
) {
  class Shown extends EventTarget {
    static permission = permission;
    static requestPermission = vi.fn(async () => answer);
    constructor() {
      super();
      if (word !== null) queueMicrotask(() => this.dispatchEvent(new Event(word)));
    }
  }
  return { isSecureContext: true, Notification: Shown as unknown as typeof Notification };
}

it('tells what stood in the way', async () => {
  const granted = browserWith('granted', 'granted', 'show');
  expect(await testNotification(text, granted)).toBe('shown');
  expect(await testNotification(text, { ...granted, isSecureContext: false })).toBe('insecure');
  expect(await testNotification(text, { isSecureContext: true })).toBe('unsupported');
  expect(await testNotification(text, browserWith('denied', 'denied', null))).toBe('denied');
  expect(await testNotification(text, browserWith('default', 'default', null))).toBe('not_answered');
  expect(await testNotification(text, browserWith('default', 'granted', 'error'))).toBe('refused');
});

it('does not wait forever for a system that keeps silent', async () => {
  vi.useFakeTimers();
  const asked = testNotification(text, browserWith('granted', 'granted', null));
  await vi.advanceTimersByTimeAsync(4_000);
  expect(await asked).toBe('not_confirmed');
});
