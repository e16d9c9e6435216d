import type { Conflict } from '#shared/protocol/kept-change.ts';
import { failureHere } from '../ui/failure-here.ts';
import { words } from '../ui/i18n/i18n.ts';
import { refusalText } from '../ui/tickets/refusal-text.ts';
import type { ConflictState } from './conflict-state.ts';
import { nameOfPerson } from './people.ts';
import { showReturnedText } from './returned-text.ts';
import type { Slice } from './slice.ts';

/** The conflict to show after one was settled: another of the same ticket, if there is one. */
export function nextConflict(conflicts: readonly Conflict[], settled: Conflict): Conflict | null {
  const others = conflicts.filter((conflict) => conflict.id !== settled.id);
  return others.find((conflict) => conflict.ticket_uid === settled.ticket_uid) ?? null;
}

export const createConflictSlice: Slice<ConflictState> = (context) => {
  const { bridge, get, set } = context;
  return {
    conflicts: [],
    sheetConflictId: null,
    refreshConflicts: async () => {
      const result = await bridge.call('conflicts.list', {});
      if (!result.ok) return;
      const { sheetConflictId } = get();
      const isSheetGone = !result.value.some((conflict) => conflict.id === sheetConflictId);
      set({ conflicts: result.value, ...(isSheetGone ? { sheetConflictId: null } : {}) });
    },
    showConflict: (sheetConflictId) => set({ sheetConflictId, isConnectionPanelOpen: false }),
    showConflictOf: (ticketUid) => {
      const conflict = get().conflicts.find((candidate) => candidate.ticket_uid === ticketUid);
      if (conflict !== undefined) set({ sheetConflictId: conflict.id });
    },
    resolveConflict: async (id, choice) => {
      const conflict = get().conflicts.find((candidate) => candidate.id === id);
      if (conflict === undefined) return;
      await get().flushDraft();
      const { composer } = get();
      const written = composer?.ticketUid === conflict.ticket_uid ? composer.text : '';
      const result = await bridge.call('conflicts.resolve', { id, choice });
      if (!result.ok) {
        get().notify(words('conflicts:not_settled', { reason: failureHere(result.error) }), 'problem');
        return;
      }
      if (result.value !== null && 'refusal' in result.value) {
        get().notify(refusalText(result.value.refusal, nameOfPerson(get().people)), 'problem');
        return;
      }
      const next = choice === 'edit' ? null : nextConflict(get().conflicts, conflict);
      set({ sheetConflictId: next?.id ?? null });
      get().notify(words(`conflicts:done.${choice}`));
      await get().refreshConflicts();
      if (choice === 'edit') await showReturnedText(context, conflict.ticket_uid, written);
    },
  };
};
