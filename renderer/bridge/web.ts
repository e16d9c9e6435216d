import type { DeskErrorData } from '#shared/protocol/errors.ts';
import type { ConsoleBridge } from '#shared/protocol/ipc.ts';
import { keepOfflineShell } from './offline-shell.ts';
import { holdReplicaLock } from './replica-lock.ts';
import { lineOver, type Log } from './worker/messages.ts';
import { createReplicaClient, type ReplicaClient } from './worker/replica-client.ts';
import { startReplicaWorker } from './worker/start-worker.ts';

export interface WebBridgeOptions {
  /** Another tab has the console. `takeOver` asks it to let go, after which `createWebBridge` settles. */
  onWaiting?: (takeOver: () => void) => void;
  /**
   * Another tab takes the console over. Runs while calls still work, so that drafts can be saved; afterwards every call
   * fails as `unavailable`. The page loads anew once the other tab is gone; reloading it waits for its turn again.
   */
  onTakenOver?: () => Promise<void> | void;
  log?: Log;
}

const takenOver: DeskErrorData = { kind: 'unavailable', message: 'Waypost is open in another tab' };

/** Nobody waits longer than this for the tab that had the console to save its drafts, ms. */
const farewellMs = 2000;

/**
 * The console of a browser: its replica runs in a worker of this page. Settles once this tab has the replica to itself;
 * a replica that cannot be opened then answers every call with the reason.
 */
export async function createWebBridge(options: WebBridgeOptions = {}): Promise<ConsoleBridge> {
  const ownership: { letGo: () => Promise<void> } = { letGo: () => Promise.resolve() };
  await holdReplicaLock({
    onWaiting: (takeOver) => options.onWaiting?.(takeOver),
    onAsked: () => ownership.letGo(),
    onFree: () => location.reload(),
  });

  const { worker, thrown } = startReplicaWorker();
  const client = createReplicaClient(lineOver(worker), options.log ?? (() => undefined));
  worker.addEventListener('error', (event) => client.hearOfCrash(event.message ?? ''));
  if (thrown !== null) client.hearOfCrash(thrown);
  client.open();
  ownership.letGo = async () => {
    await atMost(farewellMs, options.onTakenOver?.());
    await client.close();
    worker.terminate();
    client.fail(takenOver);
  };

  nudgeOnReturn(client);
  keepStorageOnceSignedIn(client);
  void keepOfflineShell();
  return { call: client.call, on: client.on };
}

function nudgeOnReturn(client: ReplicaClient): void {
  addEventListener('online', () => client.nudge());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') client.nudge();
  });
}

/** Asks the browser not to clear the replica when the disk fills up. Some browsers ask the person, hence not before. */
function keepStorageOnceSignedIn(client: ReplicaClient): void {
  let isAsked = false;
  function ask(isSignedIn: boolean): void {
    if (!isSignedIn || isAsked || !('storage' in navigator)) return;
    isAsked = true;
    void navigator.storage.persist();
  }
  client.on('session', (session) => ask(session.state === 'signed_in'));
  void client
    .call('session.get', {})
    .then((session) => ask(session.ok && session.value.state === 'signed_in'));
}

async function atMost(waitMs: number, work: Promise<void> | void): Promise<void> {
  const limit = new Promise<void>((resolve) => setTimeout(resolve, waitMs));
  await Promise.race([Promise.resolve(work).catch(() => undefined), limit]);
}
