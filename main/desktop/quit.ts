import type { App } from 'electron';

const closeWaitMs = 15_000;

/** Holds the end of the app until its processes have closed their files, but never for long. */
export function quitInOrder(app: Pick<App, 'on' | 'quit'>, close: () => Promise<void>) {
  let state: 'running' | 'closing' | 'closed' = 'running';
  app.on('before-quit', (event) => {
    if (state === 'closed') return;
    event.preventDefault();
    if (state === 'closing') return;
    state = 'closing';
    void quitAfterClosing();
  });

  async function quitAfterClosing(): Promise<void> {
    const tooLong = new Promise<void>((resolve) => {
      setTimeout(resolve, closeWaitMs);
    });
    await Promise.race([close().catch(() => undefined), tooLong]);
    state = 'closed';
    app.quit();
  }

  return { isQuitting: () => state !== 'running' };
}
