import type { DeskErrorData } from '#shared/protocol/errors.ts';
import type { FoundOnNode } from './node-search-call.ts';

/** What came of searching on the node. */
export type NodeSearch =
  | { phase: 'searching' }
  | { phase: 'failed'; error: DeskErrorData }
  | { phase: 'ready'; found: FoundOnNode };

/** The same search continued on the node, which has all tickets: it needs the network. */
export interface NodeSearchState {
  /** Null while the node was not asked for the text in the search box. */
  nodeSearch: NodeSearch | null;
  /** Asks the node for the text in the search box. */
  searchNode: () => Promise<void>;
  /** The same once its author rests, if the node can be reached and was not asked. */
  searchNodeSoon: () => void;
  forgetNodeSearch: () => void;
}
