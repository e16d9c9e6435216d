import type { NotificationConstructorOptions } from 'electron';
import { quietMinutesLeft } from '#shared/model/quiet-hours.ts';
import type { NotificationPreferences, NotificationVerdict } from '#shared/protocol/desktop-state.ts';
import type { Words } from '../words/shape.ts';
import { describeAlert, type Alert } from './alert-text.ts';

/** A native notification as this file needs it. */
export interface NotificationLike {
  show(): void;
  close(): void;
  on(event: 'click' | 'close' | 'show', listener: () => void): unknown;
  on(event: 'reply', listener: (details: { readonly reply: string }) => void): unknown;
  on(event: 'action', listener: () => void): unknown;
  on(event: 'failed', listener: (event: unknown, error: string) => void): unknown;
}

interface NotifierOptions {
  readonly create: (options: NotificationConstructorOptions) => NotificationLike;
  readonly isSupported: () => boolean;
  readonly words: () => Words;
  readonly preferences: () => NotificationPreferences;
  readonly now: () => Date;
  /** Null opens the app where it is. */
  readonly onOpen: (ticketUid: string | null) => void;
  readonly onReply: (ticketUid: string, text: string) => void;
  readonly onRead: (ticketUid: string) => void;
}

/** How long a system may take to show a notification before it counts as held back, by Do Not Disturb for instance. */
const confirmWaitMs = 4_000;

/** Shows alerts; a newer one of the same ticket takes the older one's place, and in quiet hours they are counted. */
export class Notifier {
  readonly #options: NotifierOptions;
  /** Held until closed: a notification that nobody holds is collected, and its click with it. */
  readonly #shownByTicket = new Map<string, NotificationLike>();
  readonly #heldTickets = new Set<string>();
  #quietTimer: NodeJS.Timeout | undefined;

  constructor(options: NotifierOptions) {
    this.#options = options;
  }

  /** @returns whether it was shown now */
  show(alert: Alert): boolean {
    const { create, isSupported, onOpen, onRead, onReply, preferences, words } = this.#options;
    const { is_on: isOn, has_sound: hasSound, shows_text: showsText } = preferences();
    if (!isOn || !isSupported()) return false;
    const uid = alert.ticket_uid;
    if (this.#holdIfQuiet(uid)) return false;
    this.#shownByTicket.get(uid)?.close();
    const isMine = alert.kind !== 'followed_message';
    const notification = create({
      ...describeAlert(alert, words(), { showsText }),
      id: `ticket-${uid}`,
      groupId: `ticket-${uid}`,
      silent: !hasSound,
      hasReply: isMine && alert.kind !== 'mentioned',
      replyPlaceholder: words().alert.reply,
      actions: [{ type: 'button', text: words().alert.read }],
    });
    notification.on('click', () => onOpen(uid));
    notification.on('reply', ({ reply }) => onReply(uid, reply));
    notification.on('action', () => onRead(uid));
    notification.on('close', () => {
      if (this.#shownByTicket.get(uid) === notification) this.#shownByTicket.delete(uid);
    });
    this.#shownByTicket.set(uid, notification);
    notification.show();
    return true;
  }

  /** Says something of the app itself. */
  say(text: { readonly title: string; readonly body: string }, onClick?: () => void): void {
    if (!this.#options.isSupported()) return;
    const notification = this.#options.create(text);
    if (onClick !== undefined) notification.on('click', onClick);
    notification.show();
  }

  /** Shows one for a test, by the same rules, and waits for the system's word. */
  async test(): Promise<NotificationVerdict> {
    const { create, isSupported, now, preferences, words } = this.#options;
    const { is_on: isOn, has_sound: hasSound, quiet } = preferences();
    if (!isOn) return 'off';
    if (!isSupported()) return 'unsupported';
    if (quiet !== null && quietMinutesLeft(quiet, now()) > 0) return 'quiet';
    const { test: title, test_body: body } = words().alert;
    const notification = create({ title, body, silent: !hasSound });
    const { promise, resolve } = Promise.withResolvers<NotificationVerdict>();
    notification.on('show', () => resolve('shown'));
    notification.on('failed', () => resolve('refused'));
    const timer = setTimeout(() => resolve('not_confirmed'), confirmWaitMs);
    notification.show();
    const verdict = await promise;
    clearTimeout(timer);
    return verdict;
  }

  /** Nothing of the last user's tickets stays on the screen. */
  closeAll(): void {
    for (const notification of this.#shownByTicket.values()) notification.close();
    this.#shownByTicket.clear();
    this.#heldTickets.clear();
    clearTimeout(this.#quietTimer);
    this.#quietTimer = undefined;
  }

  /** What comes in quiet hours is told in one when they are over. */
  #holdIfQuiet(ticketUid: string): boolean {
    const { now, preferences } = this.#options;
    const { quiet } = preferences();
    const minutesLeft = quiet === null ? 0 : quietMinutesLeft(quiet, now());
    if (minutesLeft === 0) return false;
    this.#heldTickets.add(ticketUid);
    this.#quietTimer ??= setTimeout(() => this.#tellHeld(), minutesLeft * 60_000).unref();
    return true;
  }

  #tellHeld(): void {
    this.#quietTimer = undefined;
    const count = this.#heldTickets.size;
    this.#heldTickets.clear();
    if (count === 0 || !this.#options.preferences().is_on) return;
    const { while_quiet: title, while_quiet_body: body } = this.#options.words().alert;
    this.say({ title: title(count), body }, () => this.#options.onOpen(null));
  }
}
