import type { IpcMain } from 'electron';
import { desktopCalls, desktopEvents } from '#shared/protocol/desktop-ipc.ts';
import { consoleCalls, consoleEvents } from '#shared/protocol/ipc.ts';
import type { BridgeNames } from '../ipc/bridge-names.ts';
import { IpcGate } from '../ipc/ipc-gate.ts';
import type { PageEvents } from '../ipc/page-events.ts';
import type { ReplicaClient } from '../replica/replica-client.ts';
import type { TrustedSenders } from '../security/trusted-senders.ts';
import { answerDesktopCalls, type DesktopHandlers } from './desktop-calls.ts';
import type { Log } from './log.ts';

interface BridgeParts {
  readonly ipcMain: Pick<IpcMain, 'handle' | 'on'>;
  /** The app's own answers. */
  readonly handlers: DesktopHandlers;
  readonly log: Log;
  readonly pages: Pick<PageEvents, 'noteListening'>;
  readonly replica: Pick<ReplicaClient, 'call'>;
  readonly senders: TrustedSenders;
  /** A window shows this ticket to its reader. */
  readonly onSeen: (ticketUid: string) => void;
}

/** The contract's names: what is registered here, and what the preload is built from. */
export const bridgeNames: BridgeNames = {
  console: { calls: Object.keys(consoleCalls), events: Object.keys(consoleEvents) },
  desktop: { calls: Object.keys(desktopCalls), events: Object.keys(desktopEvents) },
};

/** Opens every channel of the contract to the pages. */
export function registerBridgeCalls({
  ipcMain,
  handlers,
  log,
  onSeen,
  pages,
  replica,
  senders,
}: BridgeParts): void {
  const gate = new IpcGate({ ipcMain, isTrusted: (event) => senders.isTrusted(event), log });
  gate.registerCalls('console', consoleCalls, (name, args) => {
    // The gate has parsed the arguments by this call's own schema.
    if (name === 'tickets.markSeen') onSeen((args as { uid: string }).uid);
    return replica.call(name, args);
  });
  gate.registerCalls('desktop', desktopCalls, answerDesktopCalls(handlers));
  gate.onListening(bridgeNames, (pageId, group, name) => pages.noteListening(pageId, group, name));
}
