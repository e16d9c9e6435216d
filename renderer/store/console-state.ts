import type { ProfileRow } from '#shared/model/user.ts';
import type { NodeAnswer, NodeRequest } from '#shared/protocol/node-request.ts';
import type { Present } from '#shared/protocol/presence.ts';
import type { Result } from '#shared/protocol/result.ts';
import type { AdminPlace } from './admin-place.ts';
import type { AttachmentState } from './attachment-state.ts';
import type { ChangeState } from './change-state.ts';
import type { ComposerState } from './composer-state.ts';
import type { ConflictState } from './conflict-state.ts';
import type { DesktopAppState } from './desktop-app-state.ts';
import type { ItemState } from './item-state.ts';
import type { KeymapState } from './keymap-state.ts';
import type { ListState } from './list-state.ts';
import type { NewTicketState } from './new-ticket-state.ts';
import type { NodeSearchState } from './node-search-state.ts';
import type { NotificationState } from './notification-state.ts';
import type { SearchState } from './search-state.ts';
import type { SelectionState, BulkState } from './selection-state.ts';
import type { SessionState } from './session-state.ts';
import type { ShellState } from './shell-state.ts';
import type { SyncState } from './sync-state.ts';
import type { TicketState } from './ticket-state.ts';

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

/** Every slice's state and verbs. A slice changes its own fields only; others it asks through their verbs. */
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
