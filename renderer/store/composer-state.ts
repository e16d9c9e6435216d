import type { Draft, EarlierDraft } from '#shared/protocol/draft.ts';
import type { TicketDetail } from '#shared/protocol/ticket-detail.ts';
import type { Trigger } from '../ui/text/trigger.ts';
import type { Composer } from './composer.ts';
import type { Macro, MacroEffect } from './macro-actions.ts';

export interface ComposerState {
  composer: Composer | null;
  /** Why the last attempt to send failed, to be shown beside the text. */
  composerProblem: string | null;
  /** Why what is written could not be kept on this computer; it is tried again until it is. */
  draftProblem: string | null;
  /** How the author wants to write, asked for by a shortcut: the composer takes the focus once it is there. */
  wantedMode: Draft['mode'] | null;
  loadComposer: (detail: TicketDetail, revisionAtRequest: number | null) => void;
  write: (text: string) => void;
  setMode: (mode: Draft['mode']) => void;
  startWriting: (mode: Draft['mode']) => void;
  /** Puts what somebody said into the reply, marked as theirs. */
  quote: (text: string) => void;
  /** Puts a text into the reply, behind what is there. */
  insertText: (text: string) => void;
  /** The composer has taken the focus. */
  focusTaken: () => void;
  /** The author has read what colleagues answered since. */
  acknowledgeReplies: () => void;
  /** False when nothing was written or chosen, or it could not be kept: then it is still in the composer. */
  send: () => Promise<boolean>;
  /** What is done to the ticket when the text is sent, by the macro that it came from. */
  effects: readonly MacroEffect[];
  leaveOutEffect: (id: string) => void;
  /**
   * Uses a macro on the open ticket: its text goes into the composer, in place of `place` or behind what is there; what
   * it sets waits until that is sent. Without a text it is done at once. @returns where the caret goes.
   */
  applyMacro: (macro: Macro, place: Pick<Trigger, 'start' | 'end'> | null) => number | null;
  flushDraft: () => Promise<void>;
  /** What was written on the open ticket before, the newest first. */
  listEarlierDrafts: () => Promise<readonly EarlierDraft[]>;
  /** Puts an earlier draft into the composer; what is there becomes one first. */
  takeEarlierDraft: (earlier: EarlierDraft) => Promise<void>;
  /** Keeps what is written as an earlier draft, without the signs at `place` that asked for another text. */
  keepEarlierDraft: (place: Pick<Trigger, 'start' | 'end'> | null) => void;
}
