import type { Applier } from './applier.ts';
import type { ReplicaHost } from './host.ts';
import type { Lane } from './lane.ts';
import { isDamage, type ReplicaFile } from './replica-database.ts';
import type { SyncLoop } from './sync-loop.ts';

export interface MenderDeps {
  file: ReplicaFile;
  lane: Lane;
  applier: Applier;
  loop: SyncLoop;
  log: ReplicaHost['log'];
  /** Whether somebody is signed in, for whom the copy is fetched anew. */
  isSignedIn: () => boolean;
  /** The copy is another one: everything that is shown has to be read again. */
  onMended: () => void;
}

/**
 * Makes the copy anew when its file turns out to be damaged, at its start or at any read after it: what the node has is
 * fetched once more, and what the agent has made lies in the outbox.
 */
export interface Mender {
  /** Brings the predictions in step with the outbox, then looks out for damage. */
  start: () => Promise<void>;
}

export function createMender({ file, lane, applier, loop, log, isSignedIn, onMended }: MenderDeps): Mender {
  let isMending = false;

  const catchUp = async (): Promise<void> => {
    await applier.recallLostRows();
    await applier.rebuildAll();
  };
  const remake = async (): Promise<void> => {
    log('warn', 'The replica is damaged and is fetched anew');
    await file.remake();
    await catchUp();
  };

  async function mend(): Promise<void> {
    if (isMending) return;
    isMending = true;
    try {
      loop.stop();
      await lane(remake);
      if (isSignedIn()) loop.start();
      onMended();
    } catch (error) {
      log('error', 'The replica could not be made anew', { error: String(error) });
    } finally {
      isMending = false;
    }
  }

  return {
    start: async () => {
      await lane(async () => {
        try {
          await catchUp();
        } catch (error) {
          if (!isDamage(error)) throw error;
          await remake();
        }
      });
      file.onDamage(() => void mend());
    },
  };
}
