import { z } from 'zod';
import { resultSchema, toResult, type Result } from '#shared/protocol/result.ts';

/** Two processes that talk: each side calls and answers, and tells events that nobody answers. */
const rpcMessageSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('call'), id: z.int(), method: z.string(), args: z.unknown() }),
  z.strictObject({ type: z.literal('answer'), id: z.int(), result: resultSchema(z.unknown()) }),
  z.strictObject({ type: z.literal('event'), name: z.string(), data: z.unknown() }),
]);
type RpcMessage = z.infer<typeof rpcMessageSchema>;

interface RpcOptions {
  readonly post: (message: RpcMessage) => void;
  readonly answer: (method: string, args: unknown) => Promise<Result<unknown>>;
  readonly onEvent: (name: string, data: unknown) => void;
  readonly onMalformed: (issues: string) => void;
}

export class RpcPeer {
  readonly #options: RpcOptions;
  readonly #settleById = new Map<number, (result: Result<unknown>) => void>();
  #lastId = 0;
  #isClosed = false;

  constructor(options: RpcOptions) {
    this.#options = options;
  }

  /** Never throws; `unavailable` when the other side ends before it answers. */
  call(method: string, args: unknown): Promise<Result<unknown>> {
    if (this.#isClosed) return Promise.resolve(gone);
    const id = ++this.#lastId;
    return new Promise((resolve) => {
      this.#settleById.set(id, resolve);
      this.#options.post({ type: 'call', id, method, args });
    });
  }

  tell(name: string, data: unknown): void {
    if (!this.#isClosed) this.#options.post({ type: 'event', name, data });
  }

  /** Every message from the other side goes in here. */
  receive(input: unknown): void {
    const parsed = rpcMessageSchema.safeParse(input);
    if (!parsed.success) {
      this.#options.onMalformed(z.prettifyError(parsed.error));
      return;
    }
    const message = parsed.data;
    switch (message.type) {
      case 'call':
        void this.#answer(message.id, message.method, message.args);
        break;
      case 'answer':
        this.#settleById.get(message.id)?.(message.result);
        this.#settleById.delete(message.id);
        break;
      case 'event':
        this.#options.onEvent(message.name, message.data);
        break;
    }
  }

  /** The other side is gone: whoever waits for it is told. */
  close(): void {
    this.#isClosed = true;
    for (const settle of this.#settleById.values()) settle(gone);
    this.#settleById.clear();
  }

  async #answer(id: number, method: string, args: unknown): Promise<void> {
    const outer = await toResult(() => this.#options.answer(method, args));
    if (!this.#isClosed) {
      this.#options.post({ type: 'answer', id, result: outer.ok ? outer.value : outer });
    }
  }
}

const gone: Result<never> = {
  ok: false,
  error: { kind: 'unavailable', message: 'The local copy of the desk stopped. It starts again by itself.' },
};
