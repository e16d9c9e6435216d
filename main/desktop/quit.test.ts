import { describe, expect, it, vi } from 'vitest';
import { quitInOrder } from './quit.ts';

function openApp() {
  const listeners: ((event: { preventDefault(): void }) => void)[] = [];
  const preventDefault = vi.fn();
  const app = {
    on: (_name: string, listener: (event: { preventDefault(): void }) => void) => listeners.push(listener),
    quit: vi.fn(() => listeners.forEach((listener) => listener({ preventDefault }))),
  };
  return { app, preventDefault };
}

describe('quitInOrder', () => {
  it.each(['resolves', 'rejects'])('quits once everything is closed, when closing %s', async (how) => {
    const { app, preventDefault } = openApp();
    const closing = Promise.withResolvers<void>();
    const close = vi.fn(() => closing.promise);
    const quitting = quitInOrder(app as never, close);
    expect(quitting.isQuitting()).toBe(false);
    app.quit();
    app.quit();
    expect(quitting.isQuitting()).toBe(true);
    expect(close).toHaveBeenCalledOnce();
    expect(preventDefault).toHaveBeenCalledTimes(2);
    if (how === 'resolves') closing.resolve();
    else closing.reject(new Error('no'));
    await vi.waitFor(() => expect(app.quit).toHaveBeenCalledTimes(3));
    expect(preventDefault).toHaveBeenCalledTimes(2);
  });
});
