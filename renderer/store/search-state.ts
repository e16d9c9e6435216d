import type { Found, SearchHit } from '#shared/protocol/ticket-list.ts';

export interface SearchState {
  searchText: string;
  /** What the text found; null while there is nothing to look for, or no answer yet. */
  found: Found | null;
  /** The text that this was found for: another one is still being looked for. */
  answeredText: string;
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
