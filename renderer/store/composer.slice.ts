import type { Mutated } from '#shared/protocol/kept-change.ts';
import type { Result } from '#shared/protocol/result.ts';
import { mutate } from '../bridge/mutate.ts';
import { failureHere } from '../ui/failure-here.ts';
import { words } from '../ui/i18n/i18n.ts';
import { mentionedIn } from '../ui/text/mentions.ts';
import { refusalText } from '../ui/tickets/refusal-text.ts';
import { composerAfterRead, draftOf, isBlank, isSaved, withText, type Composer } from './composer.ts';
import type { ComposerState } from './composer-state.ts';
import type { ConsoleState } from './console-state.ts';
import { applyMacro } from './apply-macro.ts';
import { createEarlierDrafts } from './earlier-drafts.ts';
import { nameOfPerson } from './people.ts';
import type { Slice, SliceContext } from './slice.ts';

/** Quiet time after a keystroke before the draft is saved. */
const draftWaitMs = 300;
/** A disk that was full may have room after a while. */
const saveAgainMs = 5_000;

/** The chosen files of the composer's ticket. */
const filesOf = ({ get }: SliceContext, { ticketUid }: Composer): string[] => {
  const { detail } = get();
  return detail?.ticket.uid === ticketUid ? detail.draft_files.map((file) => file.uid) : [];
};

/** Files without a word: they go on the ticket by themselves. */
async function submitFiles(
  { bridge }: SliceContext,
  { ticketUid: ticket_uid, mode }: Composer,
  files: string[],
): Promise<Result<Mutated>> {
  const sent = await bridge.call('attachments.send', { ticket_uid, files, is_note: mode === 'note' });
  return sent.ok ? { ok: true, value: { unchanged: true } } : sent;
}

function submit(context: SliceContext, composer: Composer): Promise<Result<Mutated>> {
  const { bridge, newUid, get } = context;
  const { ticketUid: ticket_uid, text } = composer;
  const files = filesOf(context, composer);
  if (isBlank(composer)) return submitFiles(context, composer, files);
  const message_uid = newUid();
  if (composer.mode === 'note') {
    const mentioned_ids = mentionedIn(text, get().people);
    const args = { ticket_uid, message_uid, activity_uid: newUid(), text, mentioned_ids };
    return mutate(bridge, { name: 'ticket-note', args }, files);
  }
  const args = { ticket_uid, message_uid, text, seen_reply_uid: composer.seenReplyUid };
  return mutate(bridge, { name: 'ticket-reply', args }, files);
}

/** Why nothing was kept, in words; null when it was. An overtaken reply speaks through the composer's own banner. */
function problemOf(result: Result<Mutated>, nameOf: (id: number) => string): { text: string | null } | null {
  if (!result.ok) return { text: failureHere(result.error) };
  if (!('refusal' in result.value)) return null;
  const { refusal } = result.value;
  return { text: refusal.code === 'answered_meanwhile' ? null : refusalText(refusal, nameOf) };
}

/** Keeps what is written. A ticket that was read ahead, before or meanwhile, may bring an older draft. */
async function saveDraft({ bridge, get }: SliceContext, composer: Composer): Promise<Result<null>> {
  get().forgetPeeked([composer.ticketUid]);
  const saved = await bridge.call('drafts.save', draftOf(composer));
  get().forgetPeeked([composer.ticketUid]);
  return saved;
}

/** Saves drafts: when the author pauses, or at once. */
function createDraftSaver(context: SliceContext) {
  const { after, get, set } = context;
  let cancelSave: (() => void) | null = null;

  function cancel(): void {
    cancelSave?.();
    cancelSave = null;
  }

  async function save(composer: Composer): Promise<void> {
    cancel();
    const result = await saveDraft(context, composer);
    const current = get().composer;
    set({ draftProblem: result.ok ? null : failureHere(result.error) });
    if (current?.ticketUid !== composer.ticketUid) return;
    if (!result.ok) return schedule(saveAgainMs);
    set({ composer: { ...current, savedRevision: Math.max(current.savedRevision, composer.revision) } });
  }

  async function flush(): Promise<void> {
    const { composer } = get();
    if (composer !== null && !isSaved(composer)) await save(composer);
  }

  function schedule(waitMs = draftWaitMs): void {
    cancel();
    cancelSave = after(waitMs, () => void flush());
  }

  return { cancel, save, flush, schedule };
}

/** Puts a text that was not sent back where it came from; its ticket may have been left by then. */
async function giveBack(context: SliceContext, sent: Composer, problem: string | null): Promise<void> {
  const { get, set } = context;
  const current = get().composer;
  if (current?.ticketUid !== sent.ticketUid) {
    await saveDraft(context, sent);
    get().notify(words('composer:kept_as_draft'), 'problem');
    return;
  }
  const text = current.text === '' ? sent.text : `${sent.text}\n\n${current.text}`;
  const { seenReplyUid } = sent;
  set({
    composer: { ...current, text, seenReplyUid, revision: current.revision + 1 },
    composerProblem: problem,
  });
  await get().flushDraft();
}

type DraftSaver = ReturnType<typeof createDraftSaver>;

/** Hands a text over. @returns false when it came back. */
async function send(context: SliceContext, saver: DraftSaver, composer: Composer): Promise<boolean> {
  const { get, set } = context;
  const emptied = { ...composer, text: '', revision: composer.revision + 1 };
  saver.cancel();
  set({ composer: emptied, composerProblem: null });
  const problem = problemOf(await submit(context, composer), nameOfPerson(get().people));
  if (problem !== null) {
    await giveBack(context, composer, problem.text);
    return false;
  }
  const current = get().composer;
  // Letters typed meanwhile belong to a new draft, which saves itself.
  if (current?.ticketUid !== composer.ticketUid || current.text === '') await saver.save(emptied);
  get().tellPresence('resting');
  return true;
}

/** Texts from elsewhere, and what comes with them. */
function createInsertions(
  context: SliceContext,
): Pick<ComposerState, 'quote' | 'insertText' | 'effects' | 'leaveOutEffect' | 'applyMacro'> {
  const { get, set } = context;

  function insert(text: string): void {
    const { composer } = get();
    if (composer === null) return;
    get().startWriting('reply');
    get().write(isBlank(composer) ? text : `${composer.text.trimEnd()}\n\n${text}`);
  }

  return {
    quote: (text) => insert(`${text.trim().replaceAll(/^/gm, '> ')}\n\n`),
    insertText: (text) => {
      get().keepEarlierDraft(null);
      insert(text);
    },
    effects: [],
    leaveOutEffect: (id) => set({ effects: get().effects.filter((effect) => effect.id !== id) }),
    applyMacro: (macro, place) => applyMacro(context, macro, place),
  };
}

/** Whether there is something to send, and all of it is here: a file that is still being kept would stay behind. */
export function isSendable({
  composer,
  detail,
  comingFiles,
}: Pick<ConsoleState, 'composer' | 'detail' | 'comingFiles'>): boolean {
  if (composer === null) return false;
  const { ticketUid } = composer;
  if (comingFiles.some((file) => file.ticketUid === ticketUid && file.problem === null)) return false;
  const hasFiles = detail?.ticket.uid === ticketUid && detail.draft_files.length > 0;
  return hasFiles || !isBlank(composer);
}

export const createComposerSlice: Slice<ComposerState> = (context) => {
  const { get, set } = context;
  const saver = createDraftSaver(context);

  function change(composer: Composer): void {
    set({ composer, composerProblem: null });
    saver.schedule();
  }

  return {
    composer: null,
    composerProblem: null,
    draftProblem: null,
    wantedMode: null,
    loadComposer: (detail, revisionAtRequest) => {
      const { composer } = get();
      const next = composerAfterRead(composer, detail, revisionAtRequest);
      if (next !== composer) {
        set({ composer: next });
        get().tellPresence('resting');
      }
      // Asked for before there was a composer.
      const { wantedMode } = get();
      if (composer === null && wantedMode !== null) get().setMode(wantedMode);
    },
    write: (text) => {
      const { composer, detail } = get();
      if (composer === null || detail === null) return;
      change(withText(composer, text, detail.ticket.last_reply_uid));
      get().tellPresence('typing');
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
      set({ wantedMode: mode });
    },
    ...createInsertions(context),
    ...createEarlierDrafts(context),
    focusTaken: () => set({ wantedMode: null }),
    acknowledgeReplies: () => {
      const { composer, detail } = get();
      if (composer === null || detail === null) return;
      change({ ...composer, seenReplyUid: detail.ticket.last_reply_uid, revision: composer.revision + 1 });
    },
    send: async () => {
      const { composer } = get();
      return composer !== null && isSendable(get()) && send(context, saver, composer);
    },
    flushDraft: saver.flush,
  };
};
