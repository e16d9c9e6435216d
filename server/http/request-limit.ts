import type { FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import { DeskError } from '#shared/protocol/errors.ts';
import type { App } from './app.ts';

export interface RequestLimit {
  max: number;
  timeWindowMs: number;
  /** What those are told who come too often, in the surface's own words. */
  text: string;
  /** Whom the requests are counted for; the address when left out. */
  callerOf?: (request: FastifyRequest) => string;
}

/** A hook for `onRequest` that counts, and tells who comes too often when to come again. */
export function createRequestLimit(
  app: App,
  { max, timeWindowMs: timeWindow, text, callerOf }: RequestLimit,
): onRequestAsyncHookHandler {
  const count = app.createRateLimit({
    max,
    timeWindow,
    ...(callerOf === undefined ? {} : { keyGenerator: callerOf }),
  });
  return async (request) => {
    const { isAllowed, isExceeded, ttl } = { isExceeded: false, ttl: 0, ...(await count(request)) };
    if (isAllowed || !isExceeded) return;
    throw new DeskError('rate_limited', text, { retryAfterMs: ttl });
  };
}
