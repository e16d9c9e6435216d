import type { z } from 'zod';
import { DeskError, deskErrorSchema, type DeskErrorData, type ErrorKind } from '../protocol/errors.ts';
import type { NodeRequest } from '../protocol/node-request.ts';
import { toResult, type Result } from '../protocol/result.ts';
import type { FileAnswer, Timers } from './host.ts';

/** As much of the standard `fetch` as the console needs, so that every host can hand in its own. */
export type HttpFetch = (url: string, init: HttpRequest) => Promise<HttpResponse>;

export interface HttpRequest {
  method: NodeRequest['method'];
  headers: Record<string, string>;
  body?: string | Uint8Array<ArrayBuffer>;
  credentials?: 'same-origin' | 'omit';
  cache?: 'no-store';
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: { get(name: string): string | null; getSetCookie?(): string[] };
  text(): Promise<string>;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** As long as a large file may take on a slow line. */
const fileWaitMs = 5 * 60_000;
/** `fetch` has no limit of time of its own: a stalled network would stall the sync with it. */
const answerWaitMs = 30_000;

/** What a status says when its body does not. Anything else was not answered by a node that works. */
const kindByStatus: Record<number, ErrorKind> = {
  401: 'signed_out',
  403: 'forbidden',
  413: 'too_large',
  426: 'unsupported',
  429: 'rate_limited',
};

export interface HttpPort {
  /** Called without a `this`, which a browser's own insists on. */
  fetch: HttpFetch;
  timers: Timers;
}

export interface HttpAnswer {
  response: HttpResponse;
  body: string;
}

/**
 * Asks and reads the whole answer, whatever its status. `onHead` sees the answer before its body is read. Fails with
 * `unavailable` when none came in time.
 */
export function request(
  port: HttpPort,
  url: string,
  init: HttpRequest,
  onHead?: (response: HttpResponse) => void,
): Promise<Result<HttpAnswer>> {
  return ask(port, url, init, answerWaitMs, async (response) => {
    onHead?.(response);
    return { response, body: await response.text() };
  });
}

/** Sends or fetches what is in a file, with the patience that takes. Fails as `request` does. */
export function requestFile(port: HttpPort, url: string, init: HttpRequest): Promise<Result<FileAnswer>> {
  return ask(port, url, init, fileWaitMs, async (response) => ({
    status: response.status,
    bytes: new Uint8Array(await response.arrayBuffer()),
  }));
}

function ask<Answer>(
  { fetch, timers }: HttpPort,
  url: string,
  init: HttpRequest,
  waitMs: number,
  read: (response: HttpResponse) => Promise<Answer>,
): Promise<Result<Answer>> {
  return toResult(async () => {
    try {
      const asked = fetch(url, { cache: 'no-store', ...init }).then(read);
      return await withLimit(timers, waitMs, asked);
    } catch (cause) {
      throw new DeskError('unavailable', 'The node cannot be reached', { cause });
    }
  });
}

/** The value of a 2xx answer, parsed; otherwise the error it carries or stands for. */
export function parseAnswer<Schema extends z.ZodType>(
  { response, body }: HttpAnswer,
  schema: Schema,
): Result<z.output<Schema>> {
  if (response.status < 200 || response.status > 299) return { ok: false, error: errorOf(response, body) };
  const parsed = schema.safeParse(parseJson(body));
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, error: notUnderstood };
}

/** The outcome is unknown: the node may have done what it was asked. */
export const notUnderstood: DeskErrorData = {
  kind: 'unavailable',
  message: 'The node answered in a way that this console does not understand',
};

function errorOf(response: HttpResponse, body: string): DeskErrorData {
  const retryAfter = retryAfterOf(response);
  const carried = deskErrorSchema.safeParse(memberOf(parseJson(body), 'error'));
  if (carried.success) return { ...retryAfter, ...carried.data };
  const kind = kindByStatus[response.status] ?? 'unavailable';
  return { kind, message: `The node answered with status ${response.status}`, ...retryAfter };
}

async function withLimit<Value>(timers: Timers, waitMs: number, work: Promise<Value>): Promise<Value> {
  let cancel: () => void = () => undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    cancel = timers.after(waitMs, () => reject(new Error(`No answer within ${waitMs} ms`)));
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    cancel();
  }
}

/** Only the form in seconds; a date would need the node's clock. */
function retryAfterOf(response: HttpResponse): Pick<DeskErrorData, 'retryAfterMs'> {
  const seconds = /^\s*(\d{1,6})\s*$/.exec(response.headers.get('retry-after') ?? '')?.[1];
  return seconds === undefined ? {} : { retryAfterMs: Number(seconds) * 1000 };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
