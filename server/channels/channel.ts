/** One message to one person, ready to be sent. */
export interface Letter {
  /** The notification's number: the same letter keeps it through all attempts. */
  id: number;
  recipient: string;
  recipientName: string;
  subject: string;
  text: string;
}

export type SendResult =
  | { kind: 'sent' }
  /** `isFinal` when another attempt would end the same way. */
  | { kind: 'failed'; reason: string; isFinal: boolean };

/** A way out of the desk. Failures are values; `signal` ends an attempt when the node stops. */
export interface DeliveryChannel {
  send: (letter: Letter, signal: AbortSignal) => Promise<SendResult>;
}

/** Longest reason that is kept. */
const maxReasonLength = 500;

export function failed(reason: string, isFinal: boolean): SendResult {
  return { kind: 'failed', reason: reason.slice(0, maxReasonLength), isFinal };
}
