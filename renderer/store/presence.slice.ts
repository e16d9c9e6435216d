import type { PresenceState } from '#shared/protocol/presence.ts';
import { isBlank } from './composer.ts';
import type { PresenceSlice } from './console-state.ts';
import type { Slice } from './slice.ts';

/** Quiet time after a keystroke until somebody counts as no longer typing, ms. */
const typingMs = 4000;

export const createPresenceSlice: Slice<PresenceSlice> = ({ bridge, after, get, set }) => {
  let cancelTyping: (() => void) | null = null;
  let told: { ticketUid: string; state: PresenceState } | null = null;

  function say(ticketUid: string, state: PresenceState): void {
    if (told?.ticketUid === ticketUid && told.state === state) return;
    if (told !== null && told.ticketUid !== ticketUid) leave(told.ticketUid);
    told = { ticketUid, state };
    void bridge.call('presence.set', { ticket_uid: ticketUid, state });
  }

  function leave(ticketUid: string): void {
    told = null;
    void bridge.call('presence.set', { ticket_uid: ticketUid, state: null });
  }

  /** What there is to say while nothing is being typed. */
  function restingState(): PresenceState {
    const { composer } = get();
    return composer === null || isBlank(composer) ? 'viewing' : 'draft';
  }

  return {
    present: null,
    tellPresence: (activity) => {
      const { openUid } = get();
      cancelTyping?.();
      cancelTyping = null;
      if (openUid === null) {
        if (told !== null) leave(told.ticketUid);
        set({ present: null });
        return;
      }
      if (get().present?.ticket_uid !== openUid) set({ present: null });
      say(openUid, activity === 'typing' ? 'typing' : restingState());
      if (activity === 'typing') cancelTyping = after(typingMs, () => get().tellPresence('resting'));
    },
    hearPresence: (present) => {
      if (present.ticket_uid === get().openUid) set({ present });
    },
  };
};
