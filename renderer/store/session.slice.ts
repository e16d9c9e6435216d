import { failureHere } from '../ui/failure-here.ts';
import { words } from '../ui/i18n/i18n.ts';
import type { SessionState } from './session-state.ts';
import type { Slice } from './slice.ts';

export const createSessionSlice: Slice<SessionState> = ({ bridge, get, set }) => ({
  session: null,
  sessionError: null,
  loadSession: async () => {
    const result = await bridge.call('session.get', {});
    set(result.ok ? { session: result.value, sessionError: null } : { sessionError: result.error });
  },
  signIn: async (args) => {
    const result = await bridge.call('session.signIn', args);
    if (!result.ok) return result.error;
    set({ session: result.value, isSignInOpen: false });
    return null;
  },
  signOut: async (isDiscarding) => {
    await get().flushDraft();
    const result = await bridge.call('session.signOut', { discard_unsent: isDiscarding });
    if (!result.ok) return result.error;
    set({ session: result.value });
    return null;
  },
  unsentAtSignOut: null,
  startSignOut: async () => {
    const error = await get().signOut(false);
    if (error === null) return;
    if (error.kind === 'conflict') set({ unsentAtSignOut: get().status?.queued ?? 0 });
    else get().notify(words('account:still_signed_in', { reason: failureHere(error) }), 'problem');
  },
  cancelSignOut: () => set({ unsentAtSignOut: null }),
});
