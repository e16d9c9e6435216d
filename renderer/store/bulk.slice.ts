import type { TicketRow } from '#shared/model/ticket.ts';
import { words } from '../ui/i18n/i18n.ts';
import { actionText } from './action-text.ts';
import type { BulkState } from './selection-state.ts';
import { macroActions } from './macro-actions.ts';
import { nameOfPerson } from './people.ts';
import { runActions, type ActionOutcome } from './run-actions.ts';
import type { Slice, SliceContext } from './slice.ts';
import { tellMacroUse } from './tell-macro-use.ts';
import type { TicketAction } from './ticket-action.ts';

/** Most that one call of the contract takes. */
const callLimit = 500;

/** The selected tickets as their agent sees them; those that left this computer meanwhile are left out. */
async function selectedRows({ bridge, get }: SliceContext): Promise<TicketRow[] | null> {
  const { selectedUids, list } = get();
  const shown = new Map(list.items.map((item) => [item.ticket.uid, item.ticket]));
  const elsewhere = [...selectedUids].filter((uid) => !shown.has(uid));
  const rows = list.items.map((item) => item.ticket).filter(({ uid }) => selectedUids.has(uid));
  for (let start = 0; start < elsewhere.length; start += callLimit) {
    const uids = elsewhere.slice(start, start + callLimit);
    const result = await bridge.call('tickets.rows', { uids });
    if (!result.ok) return null;
    rows.push(...result.value);
  }
  return rows;
}

/** Tells how a run ended: its undo, and that something needs a look. */
function tellOutcome({ get, set }: SliceContext, what: string, outcome: ActionOutcome): void {
  const { doneCount, reversals, problems } = outcome;
  const text = words('bulk:done', { what, count: doneCount });
  if (reversals.length > 0) get().offerUndo({ text, reversals });
  else if (doneCount > 0) get().notify(text);
  set({ bulkRun: null, bulkProblems: problems.length === 0 ? null : { what, problems } });
}

export const createBulkSlice: Slice<BulkState> = (context) => {
  const { get, set } = context;
  let isStopped = false;

  async function run(what: string, actions: readonly TicketAction[]): Promise<void> {
    const tickets = await selectedRows(context);
    if (tickets === null || tickets.length === 0) return;
    isStopped = false;
    set({ bulkRun: { what, doneCount: 0, totalCount: tickets.length }, bulkProblems: null });
    const outcome = await runActions(context, tickets, actions, {
      onTicket: (doneCount) => {
        set({ bulkRun: { what, doneCount, totalCount: tickets.length } });
        return !isStopped;
      },
    });
    // What was not changed stays selected, to be tried otherwise.
    set({ selectedUids: new Set(outcome.problems.map(({ ticket }) => ticket.uid)) });
    tellOutcome(context, what, outcome);
  }

  return {
    bulkRun: null,
    bulkProblems: null,
    actOnSelected: async (...actions) => {
      const [first] = actions;
      if (first === undefined || get().bulkRun !== null) return;
      await run(actionText(first, nameOfPerson(get().people)), actions);
    },
    applyMacroToSelected: async (macro) => {
      const { session, people, bulkRun, selectedUids } = get();
      if (session?.state !== 'signed_in' || bulkRun !== null || selectedUids.size === 0) return;
      tellMacroUse(context, macro, [...selectedUids]);
      await run(macro.name, macroActions(macro, session.user, nameOfPerson(people)));
    },
    stopBulk: () => {
      isStopped = true;
    },
    closeBulkProblems: () => set({ bulkProblems: null }),
  };
};
