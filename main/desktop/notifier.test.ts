import { EventEmitter } from 'node:events';
import type { NotificationConstructorOptions } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { NotificationPreferences } from '#shared/protocol/desktop-state.ts';
import { en } from '../words/en.ts';
import type { Alert } from './alert-text.ts';
import { Notifier } from './notifier.ts';

const alert = (overrides: Partial<Alert> = {}): Alert => ({
  kind: 'customer_message',
  ticket_uid: 'u1',
  ticket_id: 42,
  subject: 'Printer on fire',
  text: 'It burns',
  ...overrides,
});

class FakeNotification extends EventEmitter {
  readonly options: NotificationConstructorOptions;
  isShown = false;
  constructor(options: NotificationConstructorOptions) {
    super();
    this.options = options;
  }
  show(): void {
    this.isShown = true;
  }
  close(): void {
    this.isShown = false;
    this.emit('close');
  }
}

function openNotifier(wanted: Partial<NotificationPreferences> = {}, isSupported = true) {
  const shown: FakeNotification[] = [];
  const hooks = { onOpen: vi.fn(), onReply: vi.fn(), onRead: vi.fn() };
  const clock = { now: new Date('2026-11-29T12:00:00') };
  const notifier = new Notifier({
    create: (options) => {
      const notification = new FakeNotification(options);
      shown.push(notification);
      return notification;
    },
    isSupported: () => isSupported,
    words: () => en,
    preferences: () => ({
      is_on: true,
      has_sound: true,
      shows_text: true,
      flashes: true,
      quiet: null,
      ...wanted,
    }),
    now: () => clock.now,
    ...hooks,
  });
  return { notifier, shown, clock, ...hooks };
}

describe('Notifier', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('opens the ticket on click, and sends what is written and done in it', () => {
    const { notifier, shown, onOpen, onRead, onReply } = openNotifier();
    expect(notifier.show(alert())).toBe(true);
    shown[0]?.emit('click');
    shown[0]?.emit('reply', { reply: 'On my way' });
    shown[0]?.emit('action');
    expect(onOpen).toHaveBeenCalledWith('u1');
    expect(onReply).toHaveBeenCalledWith('u1', 'On my way');
    expect(onRead).toHaveBeenCalledWith('u1');
  });

  it('offers a reply where a customer waits for this agent', () => {
    const { notifier, shown } = openNotifier({ has_sound: false });
    for (const kind of ['customer_message', 'assigned', 'mentioned', 'followed_message'] as const) {
      notifier.show(alert({ kind, ticket_uid: kind }));
    }
    expect(shown.map(({ options }) => options.hasReply)).toEqual([true, true, false, false]);
    expect(shown.every(({ options }) => options.silent === true)).toBe(true);
  });

  it('replaces the older one of the same ticket only', () => {
    const { notifier, shown } = openNotifier();
    notifier.show(alert());
    notifier.show(alert({ ticket_uid: 'u2' }));
    notifier.show(alert({ text: 'newer' }));
    expect(shown.map(({ isShown }) => isShown)).toEqual([false, true, true]);
    notifier.closeAll();
    expect(shown.some(({ isShown }) => isShown)).toBe(false);
  });

  it('shows none where they are off or the system has none', () => {
    for (const { notifier, shown } of [openNotifier({ is_on: false }), openNotifier({}, false)]) {
      expect(notifier.show(alert())).toBe(false);
      expect(shown).toHaveLength(0);
    }
  });

  it('counts what comes in quiet hours, and tells of it in one when they are over', () => {
    const { notifier, shown, onOpen } = openNotifier({ quiet: { from: '11:00', to: '12:30' } });
    for (const ticket_uid of ['u1', 'u2', 'u1']) expect(notifier.show(alert({ ticket_uid }))).toBe(false);
    vi.advanceTimersByTime(29 * 60_000);
    expect(shown).toHaveLength(0);
    vi.advanceTimersByTime(60_000);
    expect(shown.map(({ options }) => options.title)).toEqual(['2 tickets while it was quiet']);
    shown[0]?.emit('click');
    expect(onOpen).toHaveBeenCalledWith(null);
  });

  it('forgets what it held when its user leaves', () => {
    const { notifier, shown } = openNotifier({ quiet: { from: '11:00', to: '12:30' } });
    notifier.show(alert());
    notifier.closeAll();
    vi.advanceTimersByTime(60 * 60_000);
    expect(shown).toHaveLength(0);
  });

  it('says what came of a test', async () => {
    const { notifier, shown } = openNotifier();
    const asked = notifier.test();
    shown[0]?.emit('show');
    expect(await asked).toBe('shown');
    const refused = notifier.test();
    shown[1]?.emit('failed', {}, 'not allowed');
    expect(await refused).toBe('refused');
    const silent = notifier.test();
    vi.advanceTimersByTime(4_000);
    expect(await silent).toBe('not_confirmed');
    expect(await openNotifier({ is_on: false }).notifier.test()).toBe('off');
    expect(await openNotifier({ quiet: { from: '11:00', to: '13:00' } }).notifier.test()).toBe('quiet');
    expect(await openNotifier({}, false).notifier.test()).toBe('unsupported');
  });
});
