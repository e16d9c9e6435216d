import type { ConsoleBridge } from '#shared/protocol/ipc.ts';

declare global {
  interface Window {
    /** Put there by the desktop app's preload; absent in a browser. */
    readonly waypost?: ConsoleBridge;
  }
}

/** The bridge of the desktop app, or null in a browser. */
export function findElectronBridge(): ConsoleBridge | null {
  return window.waypost ?? null;
}
