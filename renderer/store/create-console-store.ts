import { createStore, type StoreApi } from 'zustand/vanilla';
import { createAdminSlice } from './admin.slice.ts';
import { createAttachmentSlice } from './attachment.slice.ts';
import { createBulkSlice } from './bulk.slice.ts';
import { createChangeSlice } from './change.slice.ts';
import { createComposerSlice } from './composer.slice.ts';
import { createConflictSlice } from './conflict.slice.ts';
import type { ConsoleState } from './console-state.ts';
import { createDesktopHelpSlice } from './desktop-help.slice.ts';
import { createDesktopWindowSlice } from './desktop-window.slice.ts';
import { createDesktopSlice } from './desktop.slice.ts';
import { createItemSlice } from './item.slice.ts';
import { createKeymapSlice } from './keymap.slice.ts';
import { createListSlice } from './list.slice.ts';
import { createNewTicketSlice } from './new-ticket.slice.ts';
import { createNodeSearchSlice } from './node-search.slice.ts';
import { createNotificationSlice } from './notification.slice.ts';
import { createPeopleSlice } from './people.slice.ts';
import { createSelectionSlice } from './selection.slice.ts';
import { createPresenceSlice } from './presence.slice.ts';
import { createSearchSlice } from './search.slice.ts';
import { createSessionSlice } from './session.slice.ts';
import { createShellSlice } from './shell.slice.ts';
import type { SliceContext, StoreDeps } from './slice.ts';
import { createSyncSlice } from './sync.slice.ts';
import { createTagSlice } from './tag.slice.ts';
import { createTicketSlice } from './ticket.slice.ts';
import { watchDisk } from './watch-disk.ts';

export type ConsoleStore = StoreApi<ConsoleState>;

/** Every part of the window looks at its state anew when it is set: what stays as it was sets nothing. */
function settingWhatDiffers(set: SliceContext['set'], get: SliceContext['get']): SliceContext['set'] {
  return (partial) => {
    const state = get();
    const differs = Object.entries(partial).some(
      ([key, value]) => !Object.is(value, Reflect.get(state, key)),
    );
    if (differs) set(partial);
  };
}

/** The store of one window: a view of the console behind the bridge, never a second truth. */
export function createConsoleStore(deps: StoreDeps): ConsoleStore {
  return createStore<ConsoleState>()((set, get) => {
    const bridge = watchDisk(deps.bridge, (isDiskFull) => {
      if (get().isDiskFull !== isDiskFull) set({ isDiskFull });
    });
    const context: SliceContext = { ...deps, bridge, set: settingWhatDiffers(set, get), get };
    return {
      ...createSessionSlice(context),
      ...createSyncSlice(context),
      ...createListSlice(context),
      ...createTicketSlice(context),
      ...createChangeSlice(context),
      ...createSelectionSlice(context),
      ...createBulkSlice(context),
      ...createComposerSlice(context),
      ...createAttachmentSlice(context),
      ...createConflictSlice(context),
      ...createSearchSlice(context),
      ...createNodeSearchSlice(context),
      ...createNewTicketSlice(context),
      ...createPeopleSlice(context),
      ...createTagSlice(context),
      ...createItemSlice(context),
      ...createPresenceSlice(context),
      ...createDesktopSlice(context),
      ...createDesktopWindowSlice(context),
      ...createDesktopHelpSlice(context),
      ...createAdminSlice(context),
      ...createKeymapSlice(context),
      ...createNotificationSlice(context),
      ...createShellSlice(context),
    };
  });
}
