import { eventChannel, type BridgeGroup } from './channels.ts';

/** The part of a window's contents that events are sent through. */
export interface PageContents {
  readonly id: number;
  isDestroyed(): boolean;
  send(channel: string, ...args: unknown[]): void;
}

/** Sends events to every open page. */
export class PageEvents {
  readonly #pageById = new Map<number, PageContents>();
  readonly #listening = new Set<string>();
  readonly #waitingByKey = new Map<string, unknown>();

  add(page: PageContents): void {
    this.#pageById.set(page.id, page);
  }

  remove(pageId: number): void {
    this.#pageById.delete(pageId);
    this.reset(pageId);
  }

  /** The page loads afresh: nobody in it listens yet. */
  reset(pageId: number): void {
    for (const key of this.#listening) {
      if (key.startsWith(`${pageId} `)) this.#listening.delete(key);
    }
  }

  /** Told to pages that listen now; others read the current state when they start. */
  tell(group: BridgeGroup, name: string, data: unknown): void {
    for (const page of this.#pageById.values()) {
      if (!page.isDestroyed()) page.send(eventChannel(group, name), data);
    }
  }

  /** Told to one page, if it listens now. */
  tellOne(pageId: number, group: BridgeGroup, name: string, data: unknown): void {
    const page = this.#pageById.get(pageId);
    if (page !== undefined && !page.isDestroyed()) page.send(eventChannel(group, name), data);
  }

  /** For an event that no state repeats: the newest waits until the page listens. */
  deliver(pageId: number, group: BridgeGroup, name: string, data: unknown): void {
    const key = toKey(pageId, group, name);
    const page = this.#pageById.get(pageId);
    if (page !== undefined && !page.isDestroyed() && this.#listening.has(key)) {
      page.send(eventChannel(group, name), data);
    } else {
      this.#waitingByKey.set(key, data);
    }
  }

  noteListening(pageId: number, group: BridgeGroup, name: string): void {
    const key = toKey(pageId, group, name);
    this.#listening.add(key);
    const waiting = this.#waitingByKey.get(key);
    if (waiting === undefined) return;
    this.#waitingByKey.delete(key);
    this.deliver(pageId, group, name, waiting);
  }
}

function toKey(pageId: number, group: BridgeGroup, name: string): string {
  return `${pageId} ${group} ${name}`;
}
