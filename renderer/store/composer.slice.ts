import type { Mutated } from '#shared/protocol/ipc.ts';
import type { Result } from '#shared/protocol/result.ts';
import { mutate } from '../bridge/mutate.ts';
import { refusalText } from '../ui/tickets/refusal-text.ts';
import { composerAfterRead, draftOf, isBlank, isSaved, withText, type Composer } from './composer.ts';
import type { ComposerState } from './console-state.ts';
import { nameOfPerson } from './people.ts';
import type { Slice, SliceContext } from './slice.ts';

/** Quiet time after a keystroke before the draft is saved. */
const draftWaitMs = 300;

function submit({ bridge, newUid }: SliceContext, composer: Composer): Promise<Result<Mutated>> {
  const { ticketUid: ticket_uid, text } = composer;
  const message_uid = newUid();
  if (composer.mode === 'note') {
    return mutate(bridge, 'ticket-note', { ticket_uid, message_uid, activity_uid: newUid(), text });
  }
  return mutate(bridge, 'ticket-reply', { ticket_uid, message_uid, text, seen_reply_uid: composer.seenReplyUid });
}

/** Why nothing was kept, in words; null when it was. An overtaken reply speaks through the composer's own banner. */
function problemOf(result: Result<Mutated>, nameOf: (id: number) => string): { text: string | null } | null {
  if (!result.ok) return { text: result.error.message };
  if (!('refusal' in result.value)) return null;
  const { refusal } = result.value;
  return { text: refusal.code === 'answered_meanwhile' ? null : refusalText(refusal, nameOf) };
}

export const createComposerSlice: Slice<ComposerState> = (context) => {
  const { bridge, after, get, set } = context;
  let cancelSave: (() => void) | null = null;

  async function save(composer: Composer): Promise<void> {
    cancelSave?.();
    cancelSave = null;
    const result = await bridge.call('drafts.save', draftOf(composer));
    const current = get().composer;
    if (!result.ok || current?.ticketUid !== composer.ticketUid) return;
    set({ composer: { ...current, savedRevision: Math.max(current.savedRevision, composer.revision) } });
  }

  /** Shows the change now and saves it when the author pauses. */
  function change(composer: Composer): void {
    set({ composer, composerProblem: null });
    cancelSave?.();
    cancelSave = after(draftWaitMs, () => void get().flushDraft());
  }

  return {
    composer: null,
    composerProblem: null,
    focusRequests: 0,
    loadComposer: (detail, revisionAtRequest) => {
      const { composer } = get();
      const next = composerAfterRead(composer, detail, revisionAtRequest);
      if (next !== composer) set({ composer: next });
    },
    write: (text) => {
      const { composer, detail } = get();
      if (composer !== null && detail !== null) change(withText(composer, text, detail.ticket.last_reply_uid));
    },
    setMode: (mode) => {
      const { composer } = get();
      if (composer === null || composer.mode === mode) return;
      const next = { ...composer, mode };
      if (isBlank(composer)) set({ composer: next, composerProblem: null });
      else change({ ...next, revision: composer.revision + 1 });
    },
    startWriting: (mode) => {
      get().setMode(mode);
      set({ focusRequests: get().focusRequests + 1 });
    },
    acknowledgeReplies: () => {
      const { composer, detail } = get();
      if (composer === null || detail === null) return;
      change({ ...composer, seenReplyUid: detail.ticket.last_reply_uid, revision: composer.revision + 1 });
    },
    send: async () => {
      const { composer } = get();
      if (composer === null || isBlank(composer)) return;
      const emptied = { ...composer, text: '', revision: composer.revision + 1 };
      cancelSave?.();
      set({ composer: emptied, composerProblem: null });
      const problem = problemOf(await submit(context, composer), nameOfPerson(get().people));
      if (problem === null) {
        // Later letters belong to a new draft, which saves itself.
        const current = get().composer;
        if (current?.ticketUid !== composer.ticketUid || current.text === '') await save(emptied);
        return;
      }
      const current = get().composer;
      if (current?.ticketUid !== composer.ticketUid) return;
      const text = current.text === '' ? composer.text : `${composer.text}\n\n${current.text}`;
      change({ ...current, text, seenReplyUid: composer.seenReplyUid, revision: current.revision + 1 });
      set({ composerProblem: problem.text });
    },
    flushDraft: async () => {
      const { composer } = get();
      if (composer !== null && !isSaved(composer)) await save(composer);
    },
  };
};
