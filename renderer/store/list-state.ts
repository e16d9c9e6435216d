import type { ViewId, ViewKey } from '#shared/model/view.ts';
import type { ListCursor, TicketListItem } from '#shared/protocol/ticket-list.ts';

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
  /** Views are read anew before they are shown again. */
  forgetLists: () => void;
  refreshCounts: () => Promise<void>;
  loadMore: () => Promise<void>;
  highlight: (uid: string) => void;
  /** Moves the highlight by one row; false when there are no rows. */
  moveHighlight: (step: 1 | -1) => boolean;
}
