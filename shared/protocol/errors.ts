import { z } from 'zod';

/** Every way in which a request can fail, whatever the surface or the process boundary. */
export const errorKinds = [
  'invalid',
  'signed_out',
  'forbidden',
  'not_found',
  'conflict',
  'too_large',
  'rate_limited',
  'unavailable',
  'unsupported',
  'internal',
] as const;

export type ErrorKind = (typeof errorKinds)[number];

/** A failure as plain data. `message` is safe to show; `data` depends on the kind and the refusal. */
export const deskErrorSchema = z.strictObject({
  kind: z.enum(errorKinds),
  message: z.string(),
  data: z.record(z.string(), z.json()).optional(),
  retryAfterMs: z.int().nonnegative().optional(),
});

export type DeskErrorData = z.infer<typeof deskErrorSchema>;

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

export const logLevelByKind: Record<ErrorKind, LogLevel> = {
  invalid: 'debug',
  signed_out: 'debug',
  forbidden: 'info',
  not_found: 'debug',
  conflict: 'debug',
  too_large: 'info',
  rate_limited: 'info',
  unavailable: 'warn',
  unsupported: 'info',
  internal: 'error',
};

/** A failure in flight inside one process. It crosses boundaries as `data` only, never as an exception. */
export class DeskError extends Error {
  override readonly name = 'DeskError';
  readonly kind: ErrorKind;
  readonly data: DeskErrorData['data'];
  readonly retryAfterMs: number | undefined;

  constructor(
    kind: ErrorKind,
    message: string,
    options: { data?: DeskErrorData['data']; retryAfterMs?: number; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.kind = kind;
    this.data = options.data;
    this.retryAfterMs = options.retryAfterMs;
  }

  /** What crossed a boundary as data, in flight again. */
  static from({ kind, message, data, retryAfterMs }: DeskErrorData): DeskError {
    return new DeskError(kind, message, {
      ...(data === undefined ? {} : { data }),
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    });
  }

  toData(): DeskErrorData {
    return {
      kind: this.kind,
      message: this.message,
      ...(this.data === undefined ? {} : { data: this.data }),
      ...(this.retryAfterMs === undefined ? {} : { retryAfterMs: this.retryAfterMs }),
    };
  }
}

/** The data of any thrown value; what is not a DeskError becomes `internal`, its text withheld. */
export function toDeskErrorData(error: unknown): DeskErrorData {
  return error instanceof DeskError ? error.toData() : { kind: 'internal', message: 'Something went wrong' };
}
