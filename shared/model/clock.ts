/** Where the time comes from. Injected everywhere, so that tests and simulations own it. */
export interface Clock {
  /** Milliseconds since the epoch, UTC. Stored and shown, never used to order changes. */
  now(): number;
}

/** Where randomness comes from: fills `length` bytes. Injected for the same reason as the clock. */
export type RandomBytes = (length: number) => Uint8Array;
