import type { SignIn } from '#shared/protocol/console-session.ts';
import type { DeskErrorData } from '#shared/protocol/errors.ts';
import type { Session } from '#shared/protocol/sync-status.ts';

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
