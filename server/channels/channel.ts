/** Something that the recipient may press; `value` comes back. */
export interface LetterButton {
  label: string;
  value: string;
}

/** The value of the button that opens the desk's own web application. */
export const appButton = 'app';

/** One message to one person, ready to be sent. */
export interface Letter {
  /**
   * The same through all attempts. It comes back with what the other side reports of the letter, where it reports
   * anything.
   */
  trace: string;
  recipient: string;
  recipientName: string;
  subject: string;
  text: string;
  /** Left out by channels that have none. */
  buttons: readonly LetterButton[];
}

export type SendResult =
  /** `peerId` is what the other side calls the letter from now on, null when it does not say; `answer` what it said. */
  | { kind: 'sent'; peerId: string | null; answer: string }
  /**
   * `isFinal` when another attempt would end the same way. With `retryAfterMs` the other side said when it wants to be
   * asked again, and that no other letter should come before.
   */
  | { kind: 'failed'; reason: string; isFinal: boolean; retryAfterMs: number | null };

/** A way out of the desk. Failures are values; `signal` ends an attempt when the node stops. */
export interface DeliveryChannel {
  send: (letter: Letter, signal: AbortSignal) => Promise<SendResult>;
}

/** How long any channel waits for the other side. */
export const sendTimeoutMs = 15_000;

/** Longest reason that is kept. */
const maxReasonLength = 500;

export function failed(
  reason: string,
  isFinal: boolean,
  retryAfterMs: number | null = null,
): Extract<SendResult, { kind: 'failed' }> {
  return { kind: 'failed', reason: reason.slice(0, maxReasonLength), isFinal, retryAfterMs };
}
