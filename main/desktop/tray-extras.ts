import { ownAvailability } from '#shared/protocol/own-availability.ts';
import type { AskConsole } from './console-calls.ts';
import type { RecentTicket, TrayExtras } from './tray.ts';

interface TrayExtrasOptions {
  readonly ask: AskConsole;
  readonly onChanged: (extras: TrayExtras) => void;
}

const shownTickets = 5;
const longestSubject = 48;
/** Changes come in bursts; the menu is opened now and then. */
const settleMs = 1_500;

/** What the tray's menu shows of the desk: the agent's latest tickets, and whether they take new ones. */
export class TrayExtrasReader {
  readonly #options: TrayExtrasOptions;
  #extras: TrayExtras = { recent: [], isAvailable: null };
  #timer: NodeJS.Timeout | undefined;

  constructor(options: TrayExtrasOptions) {
    this.#options = options;
  }

  get extras(): TrayExtras {
    return this.#extras;
  }

  /** Reads the tickets again, once it is quiet. */
  askTickets(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#readTickets();
    }, settleMs).unref();
  }

  /** Asks the node; for when it can be reached. */
  async askAvailability(): Promise<void> {
    const { method, path } = ownAvailability.read;
    this.#takeAvailability(await this.#options.ask('node.request', { method, path }));
  }

  async setAvailable(isAvailable: boolean): Promise<void> {
    const { method, path } = ownAvailability.write;
    const answer = await this.#options.ask('node.request', {
      method,
      path,
      body: { is_available: isAvailable },
    });
    this.#takeAvailability(answer);
  }

  /** Nothing of the last user's stays in the menu. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#show({ recent: [], isAvailable: null });
  }

  async #readTickets(): Promise<void> {
    const page = await this.#options.ask('tickets.list', { view: 'mine', after: null, limit: shownTickets });
    const recent = (page?.items ?? []).map(({ ticket }): RecentTicket => {
      const subject = ticket.subject.replace(/\s+/g, ' ');
      const short = subject.length > longestSubject ? `${subject.slice(0, longestSubject - 1)}…` : subject;
      const number = ticket.id === null ? '' : `#${ticket.id} `;
      // In menus, an ampersand marks the letter behind it.
      return { uid: ticket.uid, label: `${number}${short}`.replaceAll('&', '&&') };
    });
    this.#show({ recent });
  }

  #takeAvailability(answer: { readonly status: number; readonly body: unknown } | null): void {
    if (answer?.status !== 200) return;
    const parsed = ownAvailability.read.answer.safeParse(answer.body);
    if (parsed.success) this.#show({ isAvailable: parsed.data.is_available });
  }

  #show(change: Partial<TrayExtras>): void {
    this.#extras = { ...this.#extras, ...change };
    this.#options.onChanged(this.#extras);
  }
}
