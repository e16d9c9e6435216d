import type { MessageRow, TicketRow } from '#shared/model/ticket.ts';
import type { ProfileRow } from '#shared/model/user.ts';
import type { ViewId, ViewKey } from '#shared/model/view.ts';
import type { SignIn } from '#shared/protocol/console-session.ts';
import type { Present } from '#shared/protocol/presence.ts';
import type { Draft, EarlierDraft } from '#shared/protocol/draft.ts';
import type { DeskErrorData } from '#shared/protocol/errors.ts';
import type { Conflict, ConflictChoice } from '#shared/protocol/kept-change.ts';
import type { Session } from '#shared/protocol/sync-status.ts';
import type { TicketDetail } from '#shared/protocol/ticket-detail.ts';
import type { Found, ListCursor, SearchHit, TicketListItem } from '#shared/protocol/ticket-list.ts';
import type { SnoozeWish } from '../ui/tickets/snooze-times.ts';
import type { NodeAnswer, NodeRequest } from '#shared/protocol/node-request.ts';
import type { Result } from '#shared/protocol/result.ts';
import type { AdminPlace } from './admin-place.ts';
import type { DesktopAppState } from './desktop-app-state.ts';
import type { Trigger } from '../ui/text/trigger.ts';
import type { Composer } from './composer.ts';
import type { ItemState } from './item-state.ts';
import type { NodeSearchState } from './node-search-state.ts';
import type { NotificationState } from './notification-state.ts';
import type { Macro, MacroEffect } from './macro-actions.ts';
import type { Binding, CommandId, KeyChoices, Keymap } from './keymap.ts';
import type { NewTicket, NewTicketProblems } from './new-ticket.ts';
import type { PaneName, PaneWidths } from './panes.ts';
import type { Selection } from './selection.ts';
import type { SyncState } from './sync-state.ts';
import type { ActionProblem, Reversal, TicketAction } from './ticket-action.ts';

/** Every slice's state and verbs. A slice changes its own fields only; others it asks through their verbs. */
export interface SessionState {
  /** Null until the console has answered. */
  session: Session | null;
  sessionError: DeskErrorData | null;
  loadSession: () => Promise<void>;
  /** Answers why it failed, null when signed in. */
  signIn: (args: SignIn) => Promise<DeskErrorData | null>;
  /** Fails as a conflict while changes are unsent, unless they are to be discarded. */
  signOut: (isDiscarding: boolean) => Promise<DeskErrorData | null>;
  /** How many changes signing out would discard, while its user is asked; null while not. */
  unsentAtSignOut: number | null;
  /** Signs out; with unsent changes only after asking. */
  startSignOut: () => Promise<void>;
  cancelSignOut: () => void;
}

export interface TicketList {
  phase: 'loading' | 'ready' | 'failed';
  items: readonly TicketListItem[];
  /** Where the next page begins, null when everything is here. */
  next: ListCursor | null;
}

export interface ListState {
  view: ViewKey;
  counts: Partial<Record<ViewId, number>>;
  list: TicketList;
  /** The row that the keyboard is on. */
  highlightedUid: string | null;
  showView: (view: ViewKey) => Promise<void>;
  refreshList: () => Promise<void>;
  refreshCounts: () => Promise<void>;
  loadMore: () => Promise<void>;
  highlight: (uid: string) => void;
  /** Moves the highlight by one row; false when there are no rows. */
  moveHighlight: (step: 1 | -1) => boolean;
}

export interface TicketState {
  openUid: string | null;
  detail: TicketDetail | null;
  detailPhase: 'none' | 'loading' | 'ready' | 'missing' | 'failed';
  showTicket: (uid: string | null) => Promise<void>;
  refreshTicket: () => Promise<void>;
  /** The uid of a ticket by its number, null when it is not here. */
  findTicket: (id: number) => Promise<string | null>;
  /** The uid of the ticket to work on next, the one that is due first; null when there is none, which was told. */
  findNextTicket: () => Promise<string | null>;
  /** Tickets by their uids, as far as they are here. */
  readTickets: (uids: readonly string[]) => Promise<readonly TicketRow[]>;
  /** Tickets here that fit a text, for choosing one of them. */
  findTickets: (text: string) => Promise<readonly TicketRow[]>;
  /** Other tickets of the open ticket's customer; null while not read. */
  pastTickets: readonly TicketRow[] | null;
  loadPastTickets: () => Promise<void>;
  /** Tells the console that the open ticket has been looked at. */
  markSeen: () => Promise<void>;
}

/** Changes of the open ticket; each carries what its author saw, so that a colleague's change is never overwritten. */
export interface ChangeState {
  /** Does one thing after the other to the open ticket; named after the first. */
  act: (...actions: TicketAction[]) => Promise<void>;
  /** Snoozes the open ticket, or the selection; null ends it. The wish is kept for the next time. */
  snooze: (wish: SnoozeWish | null, on: 'open' | 'selected') => Promise<void>;
  lastSnooze: SnoozeWish | null;
  /** What was done last, to one ticket or to many, for as long as it can be undone. */
  undoable: Undo | null;
  /** In place of an earlier offer; without reversals there is nothing to offer. */
  offerUndo: (undoable: Undo) => void;
  undo: () => Promise<void>;
}

export interface Undo {
  text: string;
  reversals: readonly Reversal[];
}

export interface BulkRun {
  what: string;
  doneCount: number;
  totalCount: number;
}

/** Tickets chosen to be worked on at once. It outlives scrolling and pages; another view begins a new one. */
export interface SelectionState {
  selectedUids: Selection;
  toggleSelected: (uid: string) => void;
  /** Selects from the row that was chosen last to this one. */
  selectTo: (uid: string) => void;
  /** Takes the highlight along, selecting what it leaves and reaches; false when there are no rows. */
  extendSelection: (step: 1 | -1) => boolean;
  /** Selects the rows that are loaded; false when there are none. */
  selectShown: () => boolean;
  /** Selects all that the view holds. */
  selectMatching: () => Promise<void>;
  clearSelection: () => void;
}

/** Work on the selected tickets, one after the other. */
export interface BulkState {
  /** Null while nothing is being done. */
  bulkRun: BulkRun | null;
  /** What the last run could not change, until its author has seen it. */
  bulkProblems: { what: string; problems: readonly ActionProblem[] } | null;
  /** Does one thing after the other to each selected ticket; named after the first. */
  actOnSelected: (...actions: TicketAction[]) => Promise<void>;
  /** Uses a macro on each selected ticket, its text sent as it stands. */
  applyMacroToSelected: (macro: Macro) => Promise<void>;
  /** Ends a run before the next ticket. */
  stopBulk: () => void;
  closeBulkProblems: () => void;
}

export interface ComposerState {
  composer: Composer | null;
  /** Why the last attempt to send failed, to be shown beside the text. */
  composerProblem: string | null;
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

/** A file as the browser hands it over. */
export type ChosenFile = Pick<File, 'name' | 'type' | 'size' | 'arrayBuffer'>;

/** Why what is in a file cannot be had: not on this computer and no network, or nowhere any more. */
export type FileProblemHere = 'not_here' | 'gone';

/** Files that go with what is being written; those that are kept are in the ticket's `draft_files`. */
export interface AttachmentState {
  /** Files that are being kept (`problem` is null), or that could not be: why, as the end of a sentence. */
  comingFiles: readonly { id: string; ticketUid: string; name: string; problem: string | null }[];
  /** Takes files to what is being written on the open ticket. */
  attachFiles: (files: readonly ChosenFile[]) => Promise<void>;
  forgetFileProblem: (id: string) => void;
  /** Takes back a file that is not on its ticket yet. */
  dropFile: (uid: string) => Promise<void>;
  /** Sends a file once more that the node would not have. */
  retryFile: (uid: string) => Promise<void>;
  readFile: (uid: string) => Promise<{ bytes: Uint8Array<ArrayBuffer> } | { problem: FileProblemHere }>;
}

export interface ConflictState {
  conflicts: readonly Conflict[];
  /** The conflict on the sheet. */
  sheetConflictId: number | null;
  refreshConflicts: () => Promise<void>;
  showConflict: (id: number | null) => void;
  /** Opens the sheet with the first conflict of a ticket. */
  showConflictOf: (ticketUid: string) => void;
  resolveConflict: (id: number, choice: ConflictChoice) => Promise<void>;
}

export interface SearchState {
  searchText: string;
  /** What the text found; null while there is nothing to look for, or no answer yet. */
  found: Found | null;
  searchProblem: string | null;
  isSearchOpen: boolean;
  /** A shortcut asked for the search box: it takes the focus. */
  isSearchFocusWanted: boolean;
  search: (text: string) => Promise<void>;
  /** Tickets held here that fit a text, the best first; nothing that is shown changes. */
  lookUp: (text: string) => Promise<readonly SearchHit[]>;
  startSearch: () => void;
  searchFocusTaken: () => void;
  closeSearch: () => void;
}

export interface NewTicketState {
  /** What was written of a new ticket, until it is created or discarded. */
  newTicket: NewTicket | null;
  isNewTicketOpen: boolean;
  newTicketProblems: NewTicketProblems;
  startTicket: () => void;
  /** Begins a ticket with what was said on the open one. */
  startSplit: (message: MessageRow) => void;
  writeTicket: (fields: Partial<NewTicket>) => void;
  /** Closes the dialog; what was written stays. */
  leaveTicket: () => void;
  discardTicket: () => void;
  /** Answers the new ticket's uid; null when it was not created, which was told. */
  createTicket: () => Promise<string | null>;
}

/** Tags that tickets here have, for choosing among them. */
export interface TagState {
  knownTags: readonly string[];
  loadTags: () => Promise<void>;
}

/** Who looks at the same ticket, without any locks. */
export interface PresenceSlice {
  /** The others on the open ticket; null while nobody was told of. */
  present: Present | null;
  /** The user typed, or came to rest: on another ticket, or with what is written. */
  tellPresence: (activity: 'typing' | 'resting') => void;
  hearPresence: (present: Present) => void;
}

export interface PeopleState {
  people: readonly ProfileRow[];
  loadPeople: () => Promise<void>;
}

/** The keys of this computer. */
export interface KeymapState {
  /** What differs from the keys that everybody begins with. */
  keyChoices: KeyChoices;
  keymap: Keymap;
  /** Whether keys without Ctrl and Alt do anything; some type with their voice, or share a keyboard with a cat. */
  hasLetterKeys: boolean;
  /** Gives a command its key, taking it from the command that had it; null leaves it without one. */
  bindKey: (id: CommandId, binding: Binding | null) => void;
  resetKey: (id: CommandId) => void;
  resetKeys: () => void;
  setLetterKeys: (isWanted: boolean) => void;
}

/** What admins see of the node itself; it is never kept on this computer. */
export interface AdminState {
  /** Where in the admin area this window is; null while it shows tickets. */
  adminPlace: AdminPlace | null;
  showAdmin: (place: AdminPlace | null) => void;
  /** Tickets that wait too long for an agent, as far as this console knows. */
  overdueCount: number;
  setOverdueCount: (count: number) => void;
  /** Asks the node over HTTP; `askNode` gives the question and the answer their types. */
  requestNode: (asked: NodeRequest) => Promise<Result<NodeAnswer>>;
}

export interface Toast {
  id: number;
  text: string;
  tone: 'plain' | 'problem';
  /** Tells of a change that can be undone for as long as the toast stands. */
  canUndo: boolean;
}

export type PropertyName = 'status' | 'assignee' | 'priority' | 'category' | 'tags' | 'snooze' | 'macro';

/** Menus of the open ticket, and those of the selection. */
export type MenuName = PropertyName | 'earlier' | `bulk-${PropertyName}`;

/** What is unfolded in this window, so that the keyboard can unfold it from anywhere. */
export interface ShellState {
  openMenu: MenuName | null;
  isHelpOpen: boolean;
  isPaletteOpen: boolean;
  isConnectionPanelOpen: boolean;
  isSignInOpen: boolean;
  isMergeOpen: boolean;
  isBulkReplyOpen: boolean;
  /** Null follows the window's width, which the window itself reports. */
  isContextWanted: boolean | null;
  isWide: boolean;
  /** Rows of two lines, more of them at once. */
  isCompact: boolean;
  paneWidths: PaneWidths;
  toasts: readonly Toast[];
  /** Null follows the window again. */
  setPaneWidth: (name: PaneName, width: number | null) => void;
  setOpenMenu: (menu: MenuName | null) => void;
  setHelpOpen: (isOpen: boolean) => void;
  setPaletteOpen: (isOpen: boolean) => void;
  setConnectionPanelOpen: (isOpen: boolean) => void;
  setSignInOpen: (isOpen: boolean) => void;
  setMergeOpen: (isOpen: boolean) => void;
  setBulkReplyOpen: (isOpen: boolean) => void;
  toggleContext: () => void;
  toggleCompact: () => void;
  setWide: (isWide: boolean) => void;
  notify: (text: string, tone?: Toast['tone']) => void;
  /** Tells of a change that can be undone, in place of an earlier one. */
  notifyUndoable: (text: string) => void;
  dismissUndo: () => void;
  dismissToast: (id: number) => void;
}

export type ConsoleState = SessionState &
  SyncState &
  ListState &
  TicketState &
  ChangeState &
  SelectionState &
  BulkState &
  ComposerState &
  AttachmentState &
  ConflictState &
  SearchState &
  NodeSearchState &
  NewTicketState &
  PeopleState &
  PresenceSlice &
  TagState &
  ItemState &
  AdminState &
  DesktopAppState &
  KeymapState &
  NotificationState &
  ShellState;
