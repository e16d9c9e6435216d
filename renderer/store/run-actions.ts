import type { TicketRow } from '#shared/model/ticket.ts';
import type { MutationCall } from '#shared/mutators/registry.ts';
import { mutate } from '../bridge/mutate.ts';
import { failureHere } from '../ui/failure-here.ts';
import { refusalText } from '../ui/tickets/refusal-text.ts';
import { nameOfPerson } from './people.ts';
import type { SliceContext } from './slice.ts';
import { planAction, type ActionProblem, type Reversal, type TicketAction } from './ticket-action.ts';

export interface ActionOutcome {
  /** Tickets on which everything was done. */
  doneCount: number;
  /** Takes back what can be, the last change first. */
  reversals: readonly Reversal[];
  problems: readonly ActionProblem[];
}

/** Makes one change. Null when it was kept, or found already done; otherwise why not. */
export async function makeChange(
  { bridge, get }: Pick<SliceContext, 'bridge' | 'get'>,
  call: MutationCall,
): Promise<{ isMade: boolean; id: number | null; problem: string | null }> {
  const result = await mutate(bridge, call);
  if (!result.ok) return { isMade: false, id: null, problem: failureHere(result.error) };
  if ('refusal' in result.value) {
    const problem = refusalText(result.value.refusal, nameOfPerson(get().people));
    return { isMade: false, id: null, problem };
  }
  const id = 'id' in result.value ? result.value.id : null;
  return { isMade: id !== null, id, problem: null };
}

export interface RunOptions {
  /** Told after each ticket; answers false to stop before the next one. */
  onTicket?: (doneCount: number) => boolean;
}

/**
 * Does the same to each ticket, in order; one that cannot be changed does not keep the others from it. Each change
 * carries what its author sees of the ticket: the rows handed in, or, after a first change, the ticket as it is then.
 */
export async function runActions(
  context: SliceContext,
  tickets: readonly TicketRow[],
  actions: readonly TicketAction[],
  { onTicket = () => true }: RunOptions = {},
): Promise<ActionOutcome> {
  const reversals: Reversal[] = [];
  const problems: ActionProblem[] = [];
  let doneCount = 0;
  for (const [index, ticket] of tickets.entries()) {
    const problem = await runOnTicket(context, ticket, actions, reversals);
    if (problem === null) doneCount += 1;
    else problems.push({ ticket, reason: problem });
    if (!onTicket(index + 1)) break;
  }
  return { doneCount, reversals: reversals.toReversed(), problems };
}

async function runOnTicket(
  context: SliceContext,
  ticket: TicketRow,
  actions: readonly TicketAction[],
  reversals: Reversal[],
): Promise<string | null> {
  let seen = ticket;
  for (const [index, action] of actions.entries()) {
    if (index > 0) seen = (await readTicket(context, ticket.uid)) ?? seen;
    const planned = planAction(action, seen, context.newUid);
    const { id, problem } = await makeChange(context, planned.call);
    if (problem !== null) return problem;
    if (id === null) continue;
    if (planned.reversal !== null) reversals.push(planned.reversal);
    else if (isKeptBack(context, action)) reversals.push({ takeBackId: id });
  }
  return null;
}

/** What was said without a connection has not left this computer, and can be taken back. */
function isKeptBack({ get }: SliceContext, { kind }: TicketAction): boolean {
  return (kind === 'reply' || kind === 'note') && get().status?.connection.state !== 'live';
}

async function readTicket({ bridge }: SliceContext, uid: string): Promise<TicketRow | null> {
  const result = await bridge.call('tickets.rows', { uids: [uid] });
  return result.ok ? (result.value[0] ?? null) : null;
}
