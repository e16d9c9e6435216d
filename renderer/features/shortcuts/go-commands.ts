import { viewIds, type ViewId } from '#shared/model/view.ts';
import type { CommandId } from '../../store/keymap.ts';
import { viewKeys } from '../../store/view-key.ts';
import type { Command } from './command.ts';

function going(view: ViewId): Command['run'] {
  return ({ go }) => {
    go(view, null);
    return true;
  };
}

const places = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** The view that stands there in the navigation. */
const goingToPlace =
  (place: number): Command['run'] =>
  ({ state, go }) => {
    const view = viewKeys(state.savedViews, state.pinnedViewUids)[place - 1];
    if (view !== undefined) go(view, null);
    return view !== undefined;
  };

const commandByView: Record<ViewId, CommandId> = {
  mine: 'mine',
  unassigned: 'unassigned',
  open: 'all_open',
  waiting: 'waiting',
  snoozed: 'snoozed',
  following: 'following',
  mentions: 'mentions',
  closed: 'closed',
};

/** Ways to the views: by their place, and by their name. */
export const goCommands: readonly Command[] = [
  ...places.map((place): Command => ({
    id: `view_${place}`,
    group: 'go',
    isUnlisted: true,
    run: goingToPlace(place),
  })),
  ...viewIds.map((view): Command => ({ id: commandByView[view], group: 'go', run: going(view) })),
];
