const firstMs = 250;
const longestMs = 30_000;
const stableAfterMs = 60_000;

/** How long to wait before a process that died is started again: doubling, and forgotten once it ran for a while. */
export class RestartDelay {
  readonly #now: () => number;
  #failures = 0;
  #startedAtMs: number | undefined;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  noteStarted(): void {
    this.#startedAtMs = this.#now();
  }

  next(): number {
    const wasStable = this.#startedAtMs !== undefined && this.#now() - this.#startedAtMs >= stableAfterMs;
    this.#startedAtMs = undefined;
    this.#failures = wasStable ? 1 : this.#failures + 1;
    return Math.min(longestMs, firstMs * 2 ** (this.#failures - 1));
  }
}
