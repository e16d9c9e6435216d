import { profileColumns, ticketColumns } from '#shared/model/columns.ts';
import { consoleRules } from '#shared/model/rule-set.ts';
import type { TicketRow } from '#shared/model/ticket.ts';
import type { Actor, ProfileRow } from '#shared/model/user.ts';
import { findMutator, runMutation } from '#shared/mutators/registry.ts';
import type { SimConsole } from '../processes/sim-console.ts';
import type { KeptRow } from './outbox-state.ts';

/**
 * Whether a change that the node applied comes to nothing on the rows that a console holds, because they are from
 * before a third change that it undid. There is nothing to predict then until newer rows are here.
 */
export function isMoot({ replicaDisk, outboxDisk }: SimConsole, kept: KeptRow, cursor: number): boolean {
  if (kept.state !== 'applied' || kept.decided_seq === null || kept.decided_seq <= cursor) return false;
  const mutator = findMutator(kept.name);
  const [identity] = outboxDisk.read<{ user: string }>('select user from identity where is_current = 1');
  const findTicket = (uid: string | null): TicketRow | null =>
    uid === null
      ? null
      : (replicaDisk.read<TicketRow>(
          `select ${ticketColumns.join(', ')} from ticket where uid = ?`,
          uid,
        )[0] ?? null);
  const ticket = findTicket(kept.ticket_uid);
  if (mutator === null || identity === undefined || ticket === null) return false;
  const args = mutator.args.parse(JSON.parse(kept.args));
  const assigneeId = mutator.assigneeIdOf?.(args) ?? null;
  const [assignee = null] = replicaDisk.read<ProfileRow>(
    `select ${profileColumns.join(', ')} from profile where id = ?`,
    assigneeId,
  );
  const rows = { ticket, assignee, other: findTicket(mutator.otherUidOf?.(args) ?? null) };
  const actor = JSON.parse(identity.user) as Actor;
  const context = {
    actor,
    now: kept.created_at,
    rules: consoleRules,
    isMadeEarlier: true,
    isCarriedOut: true,
  };
  return runMutation(mutator, rows, args, context).kind === 'unchanged';
}
