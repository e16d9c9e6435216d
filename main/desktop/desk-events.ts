import { consoleEvents, type ConsoleEvent } from '#shared/protocol/ipc.ts';
import type { Log } from './log.ts';
import type { Alert } from './notifier.ts';
import type { DeskState } from './status-line.ts';

interface DeskEventsOptions {
  readonly tellPages: (name: ConsoleEvent, data: unknown) => void;
  /** Called with the newest state whenever it changed. */
  readonly onState: (state: DeskState) => void;
  readonly onAlert: (alert: Alert) => void;
  readonly log: Log;
}

/** Takes what the replica tells, by the contract, to the pages, the tray and the notifications. */
export class DeskEvents {
  readonly #options: DeskEventsOptions;
  #state: DeskState = { session: null, status: null, unread: 0 };

  constructor(options: DeskEventsOptions) {
    this.#options = options;
  }

  get state(): DeskState {
    return this.#state;
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
        this.#update({ session: data as DeskState['session'] });
        break;
      case 'status':
        this.#update({ status: data as DeskState['status'] });
        break;
      case 'unread':
        this.#update({ unread: (data as { count: number }).count });
        break;
      case 'alert':
        this.#options.onAlert(data as Alert);
        break;
      case 'changed':
      case 'sentAgain':
        break;
    }
  }

  #update(change: Partial<DeskState>): void {
    this.#state = { ...this.#state, ...change };
    this.#options.onState(this.#state);
  }
}
