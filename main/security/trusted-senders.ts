import { isAppUrl } from './app-scheme.ts';

/** What a message from a page shows of its sender. */
export interface SenderEvent {
  readonly sender: { readonly id: number };
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null;
}

/** The windows this app opened itself; messages from anything else are refused. */
export class TrustedSenders {
  readonly #contentsIds = new Set<number>();

  add(contentsId: number): void {
    this.#contentsIds.add(contentsId);
  }

  remove(contentsId: number): void {
    this.#contentsIds.delete(contentsId);
  }

  /** True for the main frame of a known window while it shows one of our own pages. */
  isTrusted(event: SenderEvent): boolean {
    const frame = event.senderFrame;
    return (
      this.#contentsIds.has(event.sender.id) && frame !== null && frame.parent === null && isAppUrl(frame.url)
    );
  }
}
