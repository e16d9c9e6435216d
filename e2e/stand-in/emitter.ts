import { EventEmitter } from 'node:events';

/** Listeners are typed by Electron's own overloads, which no single signature can return `this` for. */
export class StandInEmitter extends EventEmitter {
  override on(name: string | symbol, listener: (...args: never[]) => void): never {
    return super.on(name, listener as never) as never;
  }

  override once(name: string | symbol, listener: (...args: never[]) => void): never {
    return super.once(name, listener as never) as never;
  }

  override off(name: string | symbol, listener: (...args: never[]) => void): never {
    return super.off(name, listener as never) as never;
  }

  /** Emits an event that listeners may prevent; true when nobody did. */
  emitPreventable(name: string, event: Record<string, unknown> = {}): boolean {
    let isAllowed = true;
    this.emit(name, {
      ...event,
      preventDefault: () => {
        isAllowed = false;
      },
    });
    return isAllowed;
  }
}
