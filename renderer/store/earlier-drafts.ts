import { withChosen } from '../ui/text/trigger.ts';
import { words } from '../ui/i18n/i18n.ts';
import { isBlank } from './composer.ts';
import type { ComposerState } from './composer-state.ts';
import type { SliceContext } from './slice.ts';

/** What was written on the open ticket before: kept by the console, and put back from there. */
export function createEarlierDrafts({
  bridge,
  get,
  set,
}: SliceContext): Pick<ComposerState, 'listEarlierDrafts' | 'takeEarlierDraft' | 'keepEarlierDraft'> {
  /** @returns false when the console could not keep it. */
  async function keep(text: string): Promise<boolean> {
    const { composer } = get();
    if (composer === null || text.trim() === '') return true;
    const { ticketUid: ticket_uid, mode } = composer;
    return (await bridge.call('drafts.keep', { ticket_uid, mode, text })).ok;
  }

  return {
    listEarlierDrafts: async () => {
      const { composer } = get();
      if (composer === null) return [];
      const result = await bridge.call('drafts.earlier', { ticket_uid: composer.ticketUid });
      return result.ok ? result.value : [];
    },
    takeEarlierDraft: async ({ mode, text }) => {
      const { composer } = get();
      if (composer === null) return;
      if (!isBlank(composer) && !(await keep(composer.text))) {
        get().notify(words('composer:earlier.not_kept'), 'problem');
        return;
      }
      if (get().composer?.ticketUid !== composer.ticketUid) return;
      set({ effects: [] });
      get().startWriting(mode);
      get().write(text);
      await get().flushDraft();
    },
    keepEarlierDraft: (place) => {
      const text = get().composer?.text ?? '';
      void keep(place === null ? text : withChosen(text, place, '').text);
    },
  };
}
