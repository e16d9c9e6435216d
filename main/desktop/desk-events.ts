import { consoleEvents, type ConsoleEvent } from '#shared/protocol/ipc.ts';
import type { Alert } from './alert-text.ts';
import { Attention } from './attention.ts';
import type { Log } from './log.ts';
import { emptyDesk, type DeskState } from './status-line.ts';

interface DeskEventsOptions {
  readonly tellPages: (name: ConsoleEvent, data: unknown) => void;
  /** Called with the newest state whenever it changed. */
  readonly onState: (state: DeskState, before: DeskState) => void;
  readonly onAlert: (alert: Alert) => void;
  readonly log: Log;
}

/** Takes what the replica tells, by the contract, to the pages, the tray and the notifications. */
export class DeskEvents {
  readonly #options: DeskEventsOptions;
  readonly #attention = new Attention();
  #state: DeskState = emptyDesk;

  constructor(options: DeskEventsOptions) {
    this.#options = options;
  }

  get state(): DeskState {
    return this.#state;
  }

  /** A window shows this ticket to its reader. */
  noteSeen(ticketUid: string): void {
    if (this.#attention.noteSeen(ticketUid)) this.#update(this.#attention.unread);
  }

  receive(name: string, data: unknown): void {
    if (!Object.hasOwn(consoleEvents, name)) {
      this.#options.log('error', 'The replica told something unknown', { name });
      return;
    }
    const event = name as ConsoleEvent;
    const parsed = consoleEvents[event].safeParse(data);
    if (!parsed.success) {
      const fields = parsed.error.issues.map((issue) => issue.path.join('.'));
      this.#options.log('error', 'An event did not fit the contract', { name, fields });
      return;
    }
    this.#note(event, parsed.data);
    this.#options.tellPages(event, parsed.data);
  }

  /** The schema of this very event has parsed the data, so each case may read its own shape. */
  #note(event: ConsoleEvent, data: unknown): void {
    switch (event) {
      case 'session':
        this.#noteSession(data as NonNullable<DeskState['session']>);
        break;
      case 'status':
        this.#update({ status: data as DeskState['status'] });
        break;
      case 'unread':
        this.#update({ unread: (data as { count: number }).count });
        break;
      case 'alert':
        this.#attention.note(data as Alert);
        this.#update(this.#attention.unread);
        this.#options.onAlert(data as Alert);
        break;
      default:
        // The others are the pages' business.
        break;
    }
  }

  #noteSession(session: NonNullable<DeskState['session']>): void {
    if (session.state === 'signed_out') this.#attention.clear();
    this.#update({ session, ...this.#attention.unread });
  }

  #update(change: Partial<DeskState>): void {
    const before = this.#state;
    this.#state = { ...before, ...change };
    this.#options.onState(this.#state, before);
  }
}
