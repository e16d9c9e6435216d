import type { Clock } from '#shared/model/clock.ts';
import { consoleRules } from '#shared/model/rule-set.ts';
import type { Actor } from '#shared/model/user.ts';
import { upcast } from '#shared/mutators/upcast.ts';
import { DeskError } from '#shared/protocol/errors.ts';
import type { Mutation, Outcome, Push, Pushed } from '#shared/protocol/sync.ts';
import type { Database } from '../database/database.ts';
import type { Tx } from '../database/handles.ts';
import { inSavepoint } from '../database/savepoint.ts';
import type { ChangeOutcome, TicketService } from '../tickets/ticket.service.ts';
import { findActor } from '../users/profile.repo.ts';
import { readHead } from './change-log.repo.ts';
import { adoptOutcome, findClient, findOutcome, findOutcomeByKey, storeOutcome } from './sync-client.repo.ts';

export interface PushDeps {
  database: Database;
  tickets: TicketService;
  clock: Clock;
  /** Brings older mutations to the present version; tests bring a history of their own. */
  upcast?: typeof upcast;
  /** Told of a mutation that failed for no reason of its author's. */
  onFault: (error: unknown, mutation: Pick<Mutation, 'name' | 'key'>) => void;
}

/** A number was skipped: nothing from here on may run. */
class NumberGap extends Error {
  readonly want: number;
  constructor(want: number) {
    super(`Mutation ${want} is missing`);
    this.want = want;
  }
}

/**
 * Decides a console's mutations in their order, each exactly once. A repeat is answered with its stored outcome, a
 * refusal consumes its number so that nothing can block the queue, a fault of the node's own does not.
 * @throws DeskError `unavailable` when the disk refuses, `conflict` (fork) when two consoles share an identity.
 */
export async function pushMutations(
  deps: PushDeps,
  actor: Actor,
  { client_id, mutations }: Push,
): Promise<Pushed> {
  // Queued together, in order: they may share one commit, and each later one meets the numbers of the ones before.
  // After one that may not run none may: a later number can be free although an earlier one is not (a fork).
  let isStopped = false;
  const decisions = mutations.map((mutation) =>
    deps.database.write(async (tx) => {
      if (isStopped) throw new NumberGap(mutation.mid);
      try {
        return await decide(tx, deps, actor.id, client_id, mutation);
      } catch (error) {
        isStopped = true;
        throw error;
      }
    }, client_id),
  );
  const settled = await Promise.allSettled(decisions);
  const outcomes: Outcome[] = [];
  for (const decision of settled) {
    if (decision.status === 'fulfilled') {
      outcomes.push(decision.value);
      continue;
    }
    if (decision.reason instanceof NumberGap) {
      return outcomes.length > 0 ? { outcomes } : { outcomes, want: decision.reason.want };
    }
    if (outcomes.length === 0) throw decision.reason;
    return { outcomes };
  }
  return { outcomes };
}

async function decide(
  tx: Tx,
  deps: PushDeps,
  userId: number,
  clientId: string,
  mutation: Mutation,
): Promise<Outcome> {
  const client = await findClient(tx.db, clientId);
  if (client === null || client.user_id !== userId) {
    throw new DeskError('conflict', 'This console is not known to the node', {
      data: { code: 'unknown_client' },
    });
  }
  if (mutation.mid <= client.last_mid) return repeat(tx, clientId, mutation);
  if (mutation.mid > client.last_mid + 1) throw new NumberGap(client.last_mid + 1);
  const now = deps.clock.now();
  const known = await findOutcomeByKey(tx.db, mutation.key);
  if (known !== null) {
    const outcome = { ...known, mid: mutation.mid };
    await adoptOutcome(tx, clientId, mutation.key, outcome);
    return outcome;
  }
  const actor = await findActor(tx.db, userId);
  if (actor === null || !actor.is_active) throw new DeskError('signed_out', 'You are signed out');
  const outcome = await run(tx, deps, actor, mutation);
  await storeOutcome(tx, clientId, mutation, outcome, now);
  return outcome;
}

const fork = (): DeskError =>
  new DeskError('conflict', 'Two consoles share one identity', { data: { code: 'fork' } });

/** The number was used before: the same mutation gets the same answer, another one betrays a copied profile. */
async function repeat(tx: Tx, clientId: string, mutation: Mutation): Promise<Outcome> {
  const stored = await findOutcome(tx.db, clientId, mutation.mid);
  if (stored?.key === mutation.key) return stored;
  // Its outcome may have gone over to a copy that was told of the fork first.
  const known = stored === null ? await findOutcomeByKey(tx.db, mutation.key) : null;
  if (known === null) throw fork();
  return { ...known, mid: mutation.mid };
}

async function run(tx: Tx, deps: PushDeps, actor: Actor, mutation: Mutation): Promise<Outcome> {
  const brought = (deps.upcast ?? upcast)(mutation);
  if (brought.kind === 'newer') {
    throw new DeskError('unsupported', 'This change was made by a newer version of the console', {
      data: { code: 'too_new' },
    });
  }
  // What nobody knows how to read is refused, not lost: its author still has the words.
  const args = brought.kind === 'current' ? brought.args : null;
  const context = { actor, rules: consoleRules, origin: 'console' };
  const result = await runUndoable(tx, deps, mutation, () =>
    deps.tickets.changeWithin(tx, mutation.name, args, context),
  );
  const { mid, key } = mutation;
  if (result.kind === 'applied') return { mid, key, status: 'applied', seq: result.written.seq };
  const { seq } = await readHead(tx.db);
  return result.kind === 'unchanged'
    ? { mid, key, status: 'unchanged', seq }
    : { mid, key, status: 'refused', seq, refusal: result.refusal };
}

/** A change that fails halfway is undone and refused; only faults that may pass leave the number unused. */
async function runUndoable(
  tx: Tx,
  { database: { dialect }, onFault }: PushDeps,
  mutation: Mutation,
  work: () => Promise<ChangeOutcome>,
): Promise<ChangeOutcome> {
  try {
    return await inSavepoint(tx, dialect, work);
  } catch (error) {
    if (dialect.isTransactionLost(error) || dialect.isTransient(error)) throw error;
    onFault(error, { name: mutation.name, key: mutation.key });
    return { kind: 'refused', refusal: { code: 'failed' } };
  }
}
