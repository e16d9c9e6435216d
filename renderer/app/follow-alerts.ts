import type { ConsoleBridge } from '#shared/protocol/ipc.ts';
import type { ConsoleStore } from '../store/create-console-store.ts';
import { navigate } from '../store/navigate.ts';
import { words } from '../ui/i18n/i18n.ts';
import { mayNotify } from '../ui/notification-permission.ts';
import { ticketNumber } from '../ui/tickets/words.ts';

/** Shows a ticket in this window, in the view that is open. */
function showTicket(store: ConsoleStore, ticketUid: string): void {
  navigate(store, { view: store.getState().view, ticketUid });
}

/**
 * A browser's own notifications, while its page is hidden; the desktop's main process shows native ones and asks this
 * window to open their ticket.
 */
export function followAlerts(store: ConsoleStore, bridge: ConsoleBridge): () => void {
  if (bridge.desktop !== undefined) {
    return bridge.desktop.on('navigate', ({ ticket_uid }) => showTicket(store, ticket_uid));
  }
  return bridge.on('alert', (alert) => {
    if (!mayNotify() || document.visibilityState === 'visible') return;
    const ticket = `${ticketNumber(alert.ticket_id)} ${alert.subject}`;
    const title = words(`desk:alert.${alert.kind}`, { ticket });
    // One notification per ticket: a newer one takes the place of the older.
    const notification = new Notification(title, { body: alert.text, tag: alert.ticket_uid });
    notification.addEventListener('click', () => {
      window.focus();
      showTicket(store, alert.ticket_uid);
      notification.close();
    });
  });
}
