export interface LockRequest {
  /** Another tab holds the replica. `takeOver` asks it to let go; the lock is then granted here. */
  onWaiting: (takeOver: () => void) => void;
  /** Another tab asks for the replica. The lock is let go when this settles. */
  onAsked: () => Promise<void>;
  /** The tab that had asked for it is gone: this one may begin anew. */
  onFree: () => void;
}

const name = 'waypost-replica';
/** A page that was just reloaded lets go within this time; nobody needs to hear of that. */
const graceMs = 400;

/**
 * Settles once this tab alone may open the replica's files, for as long as it lives or until it is asked to let go.
 * Without Web Locks (plain http to another machine) there are no files to share either.
 */
export async function holdReplicaLock({ onWaiting, onAsked, onFree }: LockRequest): Promise<void> {
  if (!('locks' in navigator)) return;
  const channel = new BroadcastChannel(name);
  const waiting = setTimeout(() => onWaiting(() => askToLetGo(channel)), graceMs);
  const held = Promise.withResolvers<void>();
  navigator.locks
    .request(name, async () => {
      clearTimeout(waiting);
      held.resolve();
      await asked(channel);
      await onAsked();
      channel.close();
      // Behind whoever asked, and behind everybody who waits already.
      void navigator.locks.request(name, onFree);
    })
    // Refused before it was granted, or `onAsked` failed: either way this tab does not have it.
    .catch((error: unknown) => held.reject(error as Error));
  return held.promise;
}

function askToLetGo(channel: BroadcastChannel): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A channel reaches its own origin only.
  channel.postMessage('let go');
}

function asked(channel: BroadcastChannel): Promise<void> {
  return new Promise((resolve) => {
    channel.addEventListener('message', () => resolve(), { once: true });
  });
}
