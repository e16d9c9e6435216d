import type { IpcMain } from 'electron';
import { StandInEmitter } from './emitter.ts';
import type { Implemented } from './implemented.ts';

type InvokeHandler = Parameters<IpcMain['handle']>[1];

/** What a message from a page brings along. */
export interface PageSender {
  readonly sender: object;
  readonly senderFrame: object | null;
}

class StandInIpcMain extends StandInEmitter {
  readonly #handlerByChannel = new Map<string, InvokeHandler>();

  handle(channel: string, handler: InvokeHandler): void {
    if (this.#handlerByChannel.has(channel)) throw new Error(`A second handler for '${channel}'`);
    this.#handlerByChannel.set(channel, handler);
  }

  removeHandler(channel: string): void {
    this.#handlerByChannel.delete(channel);
  }

  /** Answers as Electron does: of what a handler throws, only the message crosses. */
  async invoke(from: PageSender, channel: string, args: unknown[]): Promise<unknown> {
    const handler = this.#handlerByChannel.get(channel);
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    return (await handler(from as never, ...args)) as unknown;
  }

  receive(from: PageSender, channel: string, args: unknown[]): void {
    this.emit(channel, from, ...args);
  }
}

export const standInIpcMain = new StandInIpcMain();
standInIpcMain satisfies Implemented<IpcMain, StandInIpcMain>;
