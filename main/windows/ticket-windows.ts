import type { BrowserWindow } from 'electron';
import { DeskError } from '#shared/protocol/errors.ts';
import type { Settings, TicketWindowBounds } from '../desktop/settings.ts';
import { ticketWindowUrl } from '../security/app-scheme.ts';
import { bringToFront } from './bring-to-front.ts';
import type { WindowFactory } from './window-factory.ts';

interface TicketWindowsOptions {
  readonly factory: Pick<WindowFactory, 'open'>;
  readonly settings: Settings;
}

const defaultSize = { width: 760, height: 820 } as const;
/** A slip of the hand must not open a window for every ticket of a list. */
const mostWindows = 12;
const rememberedTickets = 40;
/** A new window does not lie exactly on the last one, in pixels. */
const step = 28;

/** Tickets in windows of their own: one each, all over the same replica, each where it was before. */
export class TicketWindows {
  readonly #options: TicketWindowsOptions;
  readonly #windowByTicket = new Map<string, BrowserWindow>();

  constructor(options: TicketWindowsOptions) {
    this.#options = options;
  }

  /** @throws DeskError `conflict` while too many are open */
  open(ticketUid: string): void {
    if (this.focus(ticketUid)) return;
    if (this.#windowByTicket.size >= mostWindows) {
      throw new DeskError(
        'conflict',
        `${mostWindows} tickets have windows of their own already. Close one first.`,
      );
    }
    const window = this.#options.factory.open({
      url: ticketWindowUrl(ticketUid),
      remembered: this.#recall(ticketUid),
      defaultSize,
      rememberBounds: (bounds) => this.#remember({ ticket_uid: ticketUid, ...bounds }),
      isKept: () => false,
      onClosed: () => this.#windowByTicket.delete(ticketUid),
    });
    this.#windowByTicket.set(ticketUid, window);
  }

  /** Brings the ticket's window to the front. @returns whether it has one */
  focus(ticketUid: string): boolean {
    const window = this.#windowByTicket.get(ticketUid);
    if (window !== undefined) bringToFront(window);
    return window !== undefined;
  }

  /** Nothing of the last user's tickets stays on the screen. */
  closeAll(): void {
    for (const window of this.#windowByTicket.values()) window.destroy();
  }

  /** Where this ticket was, or a step from where the last one was. */
  #recall(ticketUid: string): TicketWindowBounds | null {
    const known = this.#options.settings.read('ticket_windows');
    const own = known.find((bounds) => bounds.ticket_uid === ticketUid);
    const last = known[0];
    if (own !== undefined) return own;
    return last === undefined ? null : { ...last, x: last.x + step, y: last.y + step, is_maximized: false };
  }

  #remember(bounds: TicketWindowBounds): void {
    const { settings } = this.#options;
    const others = settings.read('ticket_windows').filter(({ ticket_uid: uid }) => uid !== bounds.ticket_uid);
    settings.write('ticket_windows', [bounds, ...others].slice(0, rememberedTickets));
  }
}
