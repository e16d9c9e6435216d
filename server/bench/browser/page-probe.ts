/** What is looked at on a page: an attribute of the first element that fits, absent while none does. */
export interface Reading {
  readonly selector: string;
  readonly attribute: string;
}

/** How a page moved while it was scrolled. */
export interface Scrolled {
  readonly frames: number;
  readonly elapsedMs: number;
  /** Frames that the screen would have shown and the page had not drawn. */
  readonly dropped: number;
}

/** What the probe offers on its page. */
export interface PageProbe {
  /** From now on waits for a key and for the reading to become another one. */
  watch: (reading: Reading) => void;
  /** Ms from the key's own time until the frame after the first one that shows it. */
  painted: () => Promise<number>;
  /** Ms from the start of the page's loading until the frame after the first one that has such an element. */
  shown: (selector: string) => Promise<number>;
  /** Scrolls an element by so many px in each frame. */
  scroll: (selector: string, pxPerFrame: number, durationMs: number) => Promise<Scrolled>;
}

interface PageElement {
  scrollTop: number;
  getAttribute: (name: string) => string | null;
}

interface PageGlobals {
  document: { querySelector: (selector: string) => PageElement | null };
  MutationObserver: new (listener: () => void) => {
    observe: (target: object, options: object) => void;
    disconnect: () => void;
  };
  requestAnimationFrame: (work: (atMs: number) => void) => void;
  addEventListener: (name: string, work: (event: { timeStamp: number }) => void, options: object) => void;
  waypostProbe: PageProbe;
}

/**
 * Puts the probe on a page, before the page's own scripts run. Runs in the page: it may use nothing from this file.
 * A change counts as painted at the beginning of the frame after the one that brought it: by then that one has been
 * drawn and handed on, which no page can see of itself.
 */
// oxlint-disable-next-line eslint/max-lines-per-function -- the page is given this one function
export function installProbe(): void {
  const page = globalThis as unknown as PageGlobals;
  const frameMs = 1000 / 60;
  const longestMs = 30_000;
  let painting: Promise<number> = Promise.reject(new Error('Nothing is watched'));
  painting.catch(() => undefined);

  function nextFrame(): Promise<number> {
    return new Promise((resolve) => page.requestAnimationFrame(resolve));
  }

  async function afterPaint(): Promise<number> {
    await nextFrame();
    await nextFrame();
    return performance.now();
  }

  function until(isSo: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error('What was waited for did not happen')), longestMs);
      const observer = new page.MutationObserver(() => {
        if (!isSo()) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(page.document, { subtree: true, childList: true, attributes: true });
      if (isSo()) {
        observer.disconnect();
        resolve();
      }
    });
  }

  function nextKey(): Promise<number> {
    return new Promise((resolve) => {
      const options = { capture: true, once: true };
      page.addEventListener('keydown', ({ timeStamp }) => resolve(timeStamp), options);
    });
  }

  function watch({ selector, attribute }: Reading): void {
    const read = (): string | null => page.document.querySelector(selector)?.getAttribute(attribute) ?? null;
    const pressed = nextKey();
    painting = (async () => {
      const pressedAt = await pressed;
      let before = read();
      await until(() => {
        const now = read();
        if (now === null) before = null;
        return now !== before;
      });
      return (await afterPaint()) - pressedAt;
    })();
  }

  async function scroll(selector: string, pxPerFrame: number, durationMs: number): Promise<Scrolled> {
    const element = page.document.querySelector(selector);
    if (element === null) throw new Error(`There is no ${selector} to scroll`);
    const startedAt = await nextFrame();
    let before = startedAt;
    let frames = 0;
    let dropped = 0;
    while (before - startedAt < durationMs) {
      element.scrollTop += pxPerFrame;
      const at = await nextFrame();
      frames += 1;
      dropped += Math.max(0, Math.round((at - before) / frameMs) - 1);
      before = at;
    }
    return { frames, elapsedMs: before - startedAt, dropped };
  }

  page.waypostProbe = {
    watch,
    painted: () => painting,
    shown: async (selector) => {
      await until(() => page.document.querySelector(selector) !== null);
      return afterPaint();
    },
    scroll,
  };
}
