import type { IpcMain } from 'electron';
import type { z } from 'zod';
import { toResult, type Result } from '#shared/protocol/result.ts';
import type { DeskErrorData } from '#shared/protocol/errors.ts';
import type { Log } from '../desktop/log.ts';
import type { SenderEvent } from '../security/trusted-senders.ts';
import type { BridgeNames } from './bridge-names.ts';
import { callChannel, listeningChannel, type BridgeGroup } from './channels.ts';
import { defaultMessageSize, isWithinSize } from './message-size.ts';

export type CallContract = Readonly<
  Record<string, { readonly args: z.ZodType; readonly result: z.ZodType; readonly maxSize?: number }>
>;

/** @param pageId names the window that asks */
type Answer = (name: string, args: unknown, pageId: number) => Promise<Result<unknown>>;

interface IpcGateOptions {
  readonly ipcMain: Pick<IpcMain, 'handle' | 'on'>;
  readonly isTrusted: (event: SenderEvent) => boolean;
  readonly log: Log;
}

/**
 * The one place that listens to pages. Whatever passes it came from one of our own pages, was parsed by the contract, and
 * is answered with a result: nothing throws across it.
 */
export class IpcGate {
  readonly #options: IpcGateOptions;

  constructor(options: IpcGateOptions) {
    this.#options = options;
  }

  /** Opens a channel for each of the contract's calls. */
  registerCalls(group: BridgeGroup, contract: CallContract, answer: Answer): void {
    for (const [name, { args, result, maxSize = defaultMessageSize }] of Object.entries(contract)) {
      this.#options.ipcMain.handle(callChannel(group, name), async (event, input: unknown) => {
        if (!this.#isTrusted(event, name)) return failed({ kind: 'forbidden', message: 'Not allowed.' });
        if (!isWithinSize(input, maxSize)) return failed(this.#describeTooLarge(name));
        const parsed = args.safeParse(input);
        if (!parsed.success) return failed(this.#describeInvalid(name, parsed.error));
        const answered = await flatten(() => answer(name, parsed.data, event.sender.id));
        return answered.ok ? this.#checkResult(name, result, answered.value) : answered;
      });
    }
  }

  /** Hears which window began to listen to which of the contract's events. */
  onListening(
    names: BridgeNames,
    listener: (contentsId: number, group: BridgeGroup, name: string) => void,
  ): void {
    this.#options.ipcMain.on(listeningChannel, (event, group: unknown, name: unknown) => {
      if (!this.#isTrusted(event, listeningChannel)) return;
      if ((group !== 'console' && group !== 'desktop') || typeof name !== 'string') return;
      if (names[group].events.includes(name)) listener(event.sender.id, group, name);
    });
  }

  #isTrusted(event: SenderEvent, name: string): boolean {
    const isTrusted = this.#options.isTrusted(event);
    if (!isTrusted) this.#options.log('warn', 'A message from elsewhere was refused', { name });
    return isTrusted;
  }

  #describeTooLarge(name: string): DeskErrorData {
    this.#options.log('warn', 'A call with too much in it was refused', { name });
    return { kind: 'too_large', message: 'This is more than can be taken at once.' };
  }

  #describeInvalid(name: string, error: z.ZodError): DeskErrorData {
    this.#options.log('warn', 'A call with bad arguments was refused', { name, issues: describe(error) });
    return { kind: 'invalid', message: 'This request was not understood.' };
  }

  #checkResult(name: string, schema: z.ZodType, value: unknown): Result<unknown> {
    const parsed = schema.safeParse(value);
    if (parsed.success) return { ok: true, value: parsed.data };
    this.#options.log('error', 'An answer did not fit the contract', {
      name,
      issues: describe(parsed.error),
    });
    return failed({ kind: 'internal', message: 'Something went wrong' });
  }
}

/** Where and what, never the values: they are people's tickets. */
function describe(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.join('.')}: ${issue.code}`).join('; ');
}

async function flatten(work: () => Promise<Result<unknown>>): Promise<Result<unknown>> {
  const outer = await toResult(work);
  return outer.ok ? outer.value : outer;
}

function failed(error: DeskErrorData): Result<never> {
  return { ok: false, error };
}
