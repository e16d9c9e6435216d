import type { ConsoleBridge } from '#shared/protocol/ipc.ts';
import { findElectronBridge } from './electron.ts';
import type { WebBridgeOptions } from './web.ts';

/** What a browser's tab hears of the other tabs, since only one of them can have the console. */
export type TabEvents = Pick<WebBridgeOptions, 'onWaiting' | 'onTakenOver'>;

/** Finds the console behind this window. The browser's own comes as a separate chunk, so the desktop never loads it. */
export async function openBridge(tabEvents: TabEvents): Promise<ConsoleBridge> {
  const electronBridge = findElectronBridge();
  if (electronBridge !== null) return electronBridge;
  const { createWebBridge } = await import('./web.ts');
  return createWebBridge(tabEvents);
}
