import type { FaqRow } from '#shared/model/faq.ts';
import type { ViewFilter } from '#shared/model/view-filter.ts';
import type { Macro } from './macro-actions.ts';
import type { SavedView } from './view-key.ts';

/** What staff prepare for each other; held on this computer, changed on the node. */
export interface ItemState {
  macros: readonly Macro[];
  savedViews: readonly SavedView[];
  /** How many tickets each saved view shows, by its uid. */
  savedCounts: Readonly<Record<string, number>>;
  /** The saved views that stand above all others on this computer. */
  pinnedViewUids: readonly string[];
  togglePinned: (uid: string) => void;
  /** What is being written of a view: a new one when `view` is null. Null while none is. */
  viewDraft: { view: SavedView | null; filter: ViewFilter } | null;
  /** Begins with a view's filter; without one, with all open tickets. */
  editView: (view: SavedView | null, filter?: ViewFilter) => void;
  leaveView: () => void;
  /** The view whose deletion is being asked for. */
  deletedView: SavedView | null;
  askToDeleteView: (view: SavedView | null) => void;
  /** How many tickets here fit a filter; null where they cannot be counted. */
  countFitting: (filter: ViewFilter) => Promise<number | null>;
  loadItems: () => Promise<void>;
  /** Answers that fit a text, the best first; empty where they cannot be read. */
  searchFaqs: (text: string, limit: number) => Promise<readonly FaqRow[]>;
}
