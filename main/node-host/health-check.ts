const everyMs = 15_000;
const failuresBeforeEnd = 4;

/** Asks a process again and again whether it is well, and calls for its end when it fails to answer four times running. */
export class HealthCheck {
  readonly #ask: () => Promise<boolean>;
  readonly #onUnwell: () => void;
  #timer: NodeJS.Timeout | undefined;
  #failures = 0;

  constructor(ask: () => Promise<boolean>, onUnwell: () => void) {
    this.#ask = ask;
    this.#onUnwell = onUnwell;
  }

  start(): void {
    this.stop();
    this.#timer = setInterval(() => void this.check(), everyMs);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#failures = 0;
  }

  /** It has just come up. */
  reset(): void {
    this.#failures = 0;
  }

  async check(): Promise<void> {
    this.#failures = (await this.#ask()) ? 0 : this.#failures + 1;
    if (this.#failures < failuresBeforeEnd) return;
    this.#failures = 0;
    this.#onUnwell();
  }
}
