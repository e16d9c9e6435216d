import type { NotificationConstructorOptions } from 'electron';
import type { ConsoleEventData } from '#shared/protocol/ipc.ts';

export type Alert = ConsoleEventData<'alert'>;

/** A native notification as this file needs it. */
export interface NotificationLike {
  show(): void;
  close(): void;
  on(event: 'click', listener: () => void): unknown;
  on(event: 'close', listener: () => void): unknown;
}

interface NotifierOptions {
  readonly create: (options: NotificationConstructorOptions) => NotificationLike;
  readonly isSupported: () => boolean;
  readonly onOpen: (ticketUid: string) => void;
}

const maxTextLength = 200;

const headlineByKind: Readonly<Record<Alert['kind'], string>> = {
  assigned: 'Assigned to you',
  customer_message: 'New message',
  followed_message: 'New message on a ticket you follow',
  mentioned: 'You were mentioned',
};

export function describeAlert(alert: Alert): { title: string; body: string } {
  const ticket = alert.ticket_id === null ? '' : `#${alert.ticket_id} `;
  const headline = headlineByKind[alert.kind];
  const text = alert.text.replace(/\s+/g, ' ').trim();
  const shortText = text.length > maxTextLength ? `${text.slice(0, maxTextLength - 1)}…` : text;
  return {
    title: `${headline}: ${ticket}${alert.subject}`,
    body: shortText,
  };
}

/** Shows alerts; a newer one of the same ticket takes the older one's place. */
export class Notifier {
  readonly #options: NotifierOptions;
  /** Held until closed: a notification that nobody holds is collected, and its click with it. */
  readonly #shownByTicket = new Map<string, NotificationLike>();

  constructor(options: NotifierOptions) {
    this.#options = options;
  }

  show(alert: Alert): void {
    if (!this.#options.isSupported()) return;
    const uid = alert.ticket_uid;
    this.#shownByTicket.get(uid)?.close();
    const notification = this.#options.create({ ...describeAlert(alert), id: `ticket-${uid}` });
    notification.on('click', () => this.#options.onOpen(uid));
    notification.on('close', () => {
      if (this.#shownByTicket.get(uid) === notification) this.#shownByTicket.delete(uid);
    });
    this.#shownByTicket.set(uid, notification);
    notification.show();
  }

  /** Says something of the app itself. */
  say(text: { readonly title: string; readonly body: string }): void {
    if (this.#options.isSupported()) this.#options.create(text).show();
  }

  /** Nothing of the last user's tickets stays on the screen. */
  closeAll(): void {
    for (const notification of this.#shownByTicket.values()) notification.close();
    this.#shownByTicket.clear();
  }
}
