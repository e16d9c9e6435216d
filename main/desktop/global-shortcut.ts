import type { GlobalShortcut } from 'electron';

/** The key combination that brings the app to the front from anywhere. */
export class AppShortcut {
  readonly #shortcuts: Pick<GlobalShortcut, 'register' | 'unregister'>;
  readonly #onPressed: () => void;
  #accelerator: string | null = null;

  constructor(shortcuts: Pick<GlobalShortcut, 'register' | 'unregister'>, onPressed: () => void) {
    this.#shortcuts = shortcuts;
    this.#onPressed = onPressed;
  }

  /** @returns false when another program has it, or the system takes none */
  set(accelerator: string | null): boolean {
    if (this.#accelerator !== null) this.#shortcuts.unregister(this.#accelerator);
    const isTaken = accelerator === null || this.#register(accelerator);
    this.#accelerator = isTaken ? accelerator : null;
    return isTaken;
  }

  #register(accelerator: string): boolean {
    try {
      return this.#shortcuts.register(accelerator, this.#onPressed);
    } catch {
      // No combination that this system knows.
      return false;
    }
  }
}
