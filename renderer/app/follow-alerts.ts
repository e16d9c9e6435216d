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

/**
 * A browser's own notifications, while its page is hidden; the desktop's main process shows native ones and asks this
 * window to open their ticket.
 */
export function followAlerts(store: ConsoleStore, bridge: ConsoleBridge): () => void {
  if (bridge.desktop !== undefined) {
    return bridge.desktop.on('navigate', (destination) => show(store, destination));
  }
  return bridge.on('alert', (alert) => {
    if (!mayNotify() || document.visibilityState === 'visible') return;
    const ticket = `${ticketNumber(alert.ticket_id)} ${alert.subject}`;
    const title = words(`desk:alert.${alert.kind}`, { ticket });
    // One notification per ticket: a newer one takes the place of the older.
    const notification = new Notification(title, { body: alert.text, tag: alert.ticket_uid });
    notification.addEventListener('click', () => {
      window.focus();
      show(store, { ticket_uid: alert.ticket_uid });
      notification.close();
    });
  });
}
