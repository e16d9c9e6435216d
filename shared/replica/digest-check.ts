import type { AudienceDigest } from '../protocol/ticket-digest.ts';
import { doubtTickets, findDifferent, readHeldDigests } from './digest.ts';
import type { ReplicaHost } from './host.ts';
import type { Lane } from './lane.ts';
import type { ReplicaDb } from './tables.ts';

export interface DigestCheckDeps {
  host: Pick<ReplicaHost, 'timers' | 'transport' | 'log'>;
  db: ReplicaDb;
  lane: Lane;
  /** These tickets are not what they should be: they must be fetched. */
  onDoubt: (ticketUids: readonly string[]) => void;
}

/** Soon after catching up, then now and then. */
const firstAfterMs = 5_000;
const everyMs = 60_000;
/** What is on its way explains most differences, and has arrived by then. */
const secondLookMs = 2_000;

interface Look {
  held: AudienceDigest[];
  told: AudienceDigest[];
}

/**
 * Compares what is here with what the node has, for as long as the connection is live. A difference counts when it is
 * the same at a second look: then nothing on its way explains it. Only the tickets that differ are fetched. The answered
 * function ends it.
 */
export function startDigestCheck({ host, db, lane, onDoubt }: DigestCheckDeps): () => void {
  const { digest, manifest } = host.transport;
  if (digest === undefined || manifest === undefined) return () => {};
  let isOver = false;
  let cancel = host.timers.after(firstAfterMs, () => void check());

  async function look(): Promise<Look | null> {
    const told = await digest?.();
    if (told?.ok !== true || isOver) return null;
    return { told: told.value.audiences, held: await lane(() => readHeldDigests(db)) };
  }

  const plan = (waitMs: number, before?: Look): void => {
    if (!isOver) cancel = host.timers.after(waitMs, () => void check(before));
  };

  async function check(before?: Look): Promise<void> {
    try {
      const now = await look();
      const different = now === null ? [] : findDifferent(now.held, now.told);
      if (now === null || different.length === 0) return plan(everyMs);
      if (before === undefined) return plan(secondLookMs, now);
      const same = new Set(
        findDifferent(before.held, before.told).map(({ aud, evidence }) => aud + evidence),
      );
      for (const { aud, evidence } of different) if (same.has(aud + evidence)) await repair(aud, evidence);
    } catch (error) {
      host.log('warn', 'What is here could not be compared', { error: String(error) });
    }
    plan(everyMs);
  }

  async function repair(aud: string, evidence: string): Promise<void> {
    const told = await manifest?.({ aud });
    if (told?.ok !== true || isOver) return;
    const tickets = await lane(() => doubtTickets(db, aud, told.value));
    host.log('warn', 'What is here differs from the node and is fetched', {
      aud,
      evidence,
      tickets: tickets.length,
    });
    if (!isOver) onDoubt(tickets);
  }

  return () => {
    isOver = true;
    cancel();
  };
}
