import { EventEmitter } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { describeAlert, Notifier, type Alert } from './notifier.ts';

const alert = (overrides: Partial<Alert> = {}): Alert => ({
  kind: 'customer_message',
  ticket_uid: 'u1',
  ticket_id: 42,
  subject: 'Printer on fire',
  text: 'It is\n\nstill burning',
  ...overrides,
});

class FakeNotification extends EventEmitter {
  isShown = false;
  show(): void {
    this.isShown = true;
  }
  close(): void {
    this.isShown = false;
    this.emit('close');
  }
}

function openNotifier(isSupported = true) {
  const shown: FakeNotification[] = [];
  const onOpen = vi.fn();
  const notifier = new Notifier({
    create: () => {
      const notification = new FakeNotification();
      shown.push(notification);
      return notification;
    },
    isSupported: () => isSupported,
    onOpen,
  });
  return { notifier, shown, onOpen };
}

describe('describeAlert', () => {
  it('names the ticket and fits the text', () => {
    expect(describeAlert(alert())).toEqual({
      title: 'New message: #42 Printer on fire',
      body: 'It is still burning',
    });
    expect(describeAlert(alert({ kind: 'assigned', ticket_id: null })).title).toBe(
      'Assigned to you: Printer on fire',
    );
    expect(describeAlert(alert({ text: 'x'.repeat(500) })).body).toHaveLength(200);
  });
});

describe('Notifier', () => {
  it('opens the ticket on click', () => {
    const { notifier, shown, onOpen } = openNotifier();
    notifier.show(alert());
    shown[0]?.emit('click');
    expect(onOpen).toHaveBeenCalledWith('u1');
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

  it('does nothing where the system shows none', () => {
    const { notifier, shown } = openNotifier(false);
    notifier.show(alert());
    expect(shown).toHaveLength(0);
  });
});
