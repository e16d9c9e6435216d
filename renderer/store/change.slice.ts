import { words } from '../ui/i18n/i18n.ts';
import { rememberedText, rememberText } from '../ui/remembered.ts';
import { snoozeTime } from '../ui/tickets/snooze-times.ts';
import { actionText } from './action-text.ts';
import type { ChangeState, Undo } from './change-state.ts';
import { nameOfPerson } from './people.ts';
import { makeChange, runActions } from './run-actions.ts';
import type { Slice, SliceContext } from './slice.ts';
import { reversalCall } from './ticket-action.ts';

/** How long a change can be undone: long enough to notice. */
const undoMs = 8000;

/** The last change that can be undone, and the toast that says so. */
function createUndoOffer({ after, get, set }: SliceContext): Pick<ChangeState, 'offerUndo'> & {
  forget: () => void;
} {
  let cancelExpiry: (() => void) | null = null;

  function forget(): void {
    cancelExpiry?.();
    cancelExpiry = null;
    get().dismissUndo();
    set({ undoable: null });
  }

  return {
    forget,
    offerUndo: (undoable) => {
      forget();
      if (undoable.reversals.length === 0) return;
      set({ undoable });
      get().notifyUndoable(undoable.text);
      cancelExpiry = after(undoMs, forget);
    },
  };
}

/** Takes back what can be, and says what cannot. @returns how much was taken back. */
async function reverse(context: SliceContext, reversals: Undo['reversals']): Promise<number> {
  const { bridge, get, newUid } = context;
  let undoneCount = 0;
  let sentCount = 0;
  for (const reversal of reversals) {
    if ('takeBackId' in reversal) {
      const taken = await bridge.call('outbox.cancel', { id: reversal.takeBackId, is_edited: false });
      if (taken.ok && taken.value) undoneCount += 1;
      else sentCount += 1;
      continue;
    }
    const { isMade, problem } = await makeChange(context, reversalCall(reversal, newUid));
    if (isMade) undoneCount += 1;
    if (problem !== null) get().notify(words('desk:not_changed', { reason: problem }), 'problem');
  }
  if (sentCount > 0) get().notify(words('desk:already_sent', { count: sentCount }), 'problem');
  return undoneCount;
}

export const createChangeSlice: Slice<ChangeState> = (context) => {
  const { get, set } = context;
  const { forget, offerUndo } = createUndoOffer(context);

  return {
    undoable: null,
    lastSnooze: rememberedText('last-snooze'),
    snooze: async (wish, on) => {
      const until = wish === null ? null : snoozeTime(wish, Date.now());
      if (wish !== null) {
        // What it meant has passed: `today 18:00` at seven.
        if (until === null) return;
        rememberText('last-snooze', wish);
        set({ lastSnooze: wish });
      }
      await (on === 'open' ? get().act : get().actOnSelected)({ kind: 'snooze', until });
    },
    offerUndo,
    undo: async () => {
      const { undoable } = get();
      if (undoable === null) return;
      forget();
      const undoneCount = await reverse(context, undoable.reversals);
      if (undoneCount === 0) return;
      get().notify(
        undoneCount === 1 ? words('desk:undone') : words('desk:undone_many', { count: undoneCount }),
      );
    },
    act: async (...actions) => {
      const ticket = get().detail?.ticket;
      const [first] = actions;
      if (ticket === undefined || first === undefined) return;
      const { reversals, problems } = await runActions(context, [ticket], actions);
      const [problem] = problems;
      // Acts first; only what was refused at once is worth a word.
      if (problem !== undefined) {
        get().notify(words('desk:not_changed', { reason: problem.reason }), 'problem');
      }
      offerUndo({ text: actionText(first, nameOfPerson(get().people)), reversals });
    },
  };
};
