import type { ConsoleEvent, ConsoleEventData } from '../protocol/ipc.ts';

/** Typed listeners by event name. A listener that throws does not keep the others from hearing. */
export class Emitter<Events extends Record<string, unknown>> {
  readonly #listenersByName = new Map<keyof Events, Set<(data: never) => void>>();
  readonly #onError: (error: unknown) => void;

  constructor(onError: (error: unknown) => void) {
    this.#onError = onError;
  }

  on<Name extends keyof Events>(name: Name, listener: (data: Events[Name]) => void): () => void {
    const listeners = this.#listenersByName.get(name) ?? new Set();
    listeners.add(listener);
    this.#listenersByName.set(name, listeners);
    return () => listeners.delete(listener);
  }

  emit<Name extends keyof Events>(name: Name, data: Events[Name]): void {
    for (const listener of this.#listenersByName.get(name) ?? []) {
      try {
        (listener as (data: Events[Name]) => void)(data);
      } catch (error) {
        this.#onError(error);
      }
    }
  }
}

/** Tells the interface. */
export type ConsoleEmitter = Emitter<{ [Event in ConsoleEvent]: ConsoleEventData<Event> }>;
