import { quietMinutesLeft } from '#shared/model/quiet-hours.ts';
import type { Destination } from '#shared/protocol/desktop-ipc.ts';
import type { ConsoleBridge } from '#shared/protocol/ipc.ts';
import type { ConsoleStore } from '../store/create-console-store.ts';
import { navigate } from '../store/navigate.ts';
import { words } from '../ui/i18n/i18n.ts';
import { mayNotify } from '../ui/notification-permission.ts';
import { ticketNumber } from '../ui/tickets/words.ts';

/** Shows a view, or a ticket in the view that is open. */
function show(store: ConsoleStore, destination: Destination): void {
  if ('view' in destination) navigate(store, { view: destination.view, ticketUid: null });
  else navigate(store, { view: store.getState().view, ticketUid: destination.ticket_uid });
}

const minuteMs = 60_000;

/** Shows one notification, whose click opens what it is about. */
function tell(title: string, options: NotificationOptions, onClick: () => void): void {
  const notification = new Notification(title, options);
  notification.addEventListener('click', () => {
    window.focus();
    onClick();
    notification.close();
  });
}

/** Counts what comes in quiet hours, and tells of it in one when they are over. @returns whether it was kept back */
function createHold(store: ConsoleStore): (ticketUid: string) => boolean {
  const heldUids = new Set<string>();
  return (ticketUid) => {
    const { quietHours } = store.getState();
    const minutes = quietHours === null ? 0 : quietMinutesLeft(quietHours, new Date());
    if (minutes === 0) return false;
    if (heldUids.size === 0) {
      setTimeout(() => {
        const title = words('notifications:while_quiet', { count: heldUids.size });
        heldUids.clear();
        tell(title, { tag: 'quiet' }, () => show(store, { view: 'mine' }));
      }, minutes * minuteMs);
    }
    heldUids.add(ticketUid);
    return true;
  };
}

/**
 * A browser's own notifications, while its page is hidden; the desktop's main process shows native ones and asks this
 * window to open their ticket.
 */
export function followAlerts(store: ConsoleStore, bridge: ConsoleBridge): () => void {
  if (bridge.desktop !== undefined) {
    return bridge.desktop.on('navigate', (destination) => show(store, destination));
  }
  const hold = createHold(store);
  return bridge.on('alert', (alert) => {
    if (!mayNotify() || document.visibilityState === 'visible' || hold(alert.ticket_uid)) return;
    const ticket = `${ticketNumber(alert.ticket_id)} ${alert.subject}`;
    const title = words(`desk:alert.${alert.kind}`, { ticket });
    // One notification per ticket: a newer one takes the place of the older.
    tell(title, { body: alert.text, tag: alert.ticket_uid }, () =>
      show(store, { ticket_uid: alert.ticket_uid }),
    );
  });
}
