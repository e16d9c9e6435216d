import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { RateLimits } from '../config/rate-limits.ts';
import { DeskError } from '#shared/protocol/errors.ts';

const minuteMs = 60_000;

const failureWindow = { timeWindow: 15 * minuteMs };

/** Slows down whoever tries passwords. One for all surfaces, so that they cannot be played against each other. */
export interface LoginThrottle {
  /**
   * Runs the attempt unless there were too many; a null result counts as a failure.
   * @throws DeskError `rate_limited`
   */
  guard: <Value>(
    request: FastifyRequest,
    login: string,
    attempt: () => Promise<Value | null>,
  ) => Promise<Value | null>;
}

const unlimited: LoginThrottle = { guard: (_request, _login, attempt) => attempt() };

/** Null, without limits, for load and contract runs alone. */
export async function createLoginThrottle(
  app: FastifyInstance,
  limits: RateLimits | null,
): Promise<LoginThrottle> {
  if (limits === null) return unlimited;
  if (!app.hasDecorator('createRateLimit')) await app.register(rateLimit, { global: false });
  const loginByRequest = new WeakMap<FastifyRequest, string>();
  const byUser = {
    keyGenerator: (request: FastifyRequest) => `${request.ip} ${loginByRequest.get(request) ?? ''}`,
  };
  // Attempts under way at once have not failed yet; this stops a flood of them.
  const countAttempt = app.createRateLimit({ max: limits.logins, timeWindow: minuteMs, ...byUser });
  const failureLimits = [
    app.createRateLimit({ max: limits.failures, ...failureWindow, ...byUser }),
    app.createRateLimit({ max: limits.address_failures, ...failureWindow }),
  ];

  return {
    guard: async (request, login, attempt) => {
      loginByRequest.set(request, login.toLowerCase());
      const counts = [
        await countAttempt(request),
        ...(await Promise.all(failureLimits.map((limit) => limit(request, { increment: false })))),
      ];
      for (const [index, count] of counts.entries()) {
        if (count.isAllowed) continue;
        // A peek shows what was counted so far; this attempt would be one more.
        const isOver = index === 0 ? count.isExceeded : count.remaining === 0;
        if (isOver) throw tooManyAttempts(count.ttl);
      }
      const value = await attempt();
      if (value === null) await Promise.all(failureLimits.map((limit) => limit(request)));
      return value;
    },
  };
}

function tooManyAttempts(retryAfterMs: number): DeskError {
  return new DeskError('rate_limited', 'Too many attempts. Please try again later.', { retryAfterMs });
}
