import { expect, test, vi } from 'vitest';
import type { TokenRenewalDeps } from './token-renewal.ts';
import { keepTokenFresh } from './token-renewal.ts';

type Result = Awaited<ReturnType<TokenRenewalDeps['host']['transport']['renew']>>;

/** A renewal in which the test runs the timers. */
function start(answers: Result[], accessToken = async () => ({ ok: true, value: 'new' })) {
  const planned: { waitMs: number; work: () => void }[] = [];
  const renew = vi.fn(async (): Promise<Result> => answers.shift() ?? { ok: true, value: null });
  const onRefused = vi.fn();
  const deps = {
    host: {
      timers: { after: (waitMs: number, work: () => void) => (planned.push({ waitMs, work }), () => {}) },
      clock: { now: () => 1_000 },
      transport: { renew },
    },
    session: { renewAt: 841_000, accessToken },
    onRefused,
  } as unknown as TokenRenewalDeps;
  return { stop: keepTokenFresh(deps), planned, renew, onRefused };
}

test('the node gets each new token in time, and again soon when it did not answer', async () => {
  const error = { kind: 'unavailable', message: 'No answer' } as const;
  const { planned, renew, onRefused } = start([
    { ok: false, error },
    { ok: true, value: null },
  ]);
  expect(planned.map(({ waitMs }) => waitMs)).toEqual([840_000]);
  planned[0]?.work();
  await vi.waitFor(() => expect(planned).toHaveLength(2));
  expect(planned[1]?.waitMs).toBe(10_000);
  planned[1]?.work();
  await vi.waitFor(() => expect(planned).toHaveLength(3));
  expect(renew).toHaveBeenCalledWith({ token: 'new' });
  expect(onRefused).not.toHaveBeenCalled();
});

test('a session that is over is told, and nothing is asked after the end', async () => {
  const error = { kind: 'signed_out', message: 'Over' } as const;
  const { planned, onRefused, stop, renew } = start([{ ok: false, error }]);
  planned[0]?.work();
  await vi.waitFor(() => expect(onRefused).toHaveBeenCalledWith(error));
  stop();
  expect(renew).toHaveBeenCalledOnce();
});

test('a full disk, which does not take what is new about the user, ends no renewal', async () => {
  const accessToken = vi.fn(async () => ({ ok: true, value: 'new' }));
  accessToken.mockRejectedValueOnce(new Error('database or disk is full'));
  const { planned, renew, onRefused } = start([], accessToken);
  planned[0]?.work();
  await vi.waitFor(() => expect(planned).toHaveLength(2));
  expect(planned[1]?.waitMs).toBe(10_000);
  expect(renew).not.toHaveBeenCalled();
  planned[1]?.work();
  await vi.waitFor(() => expect(renew).toHaveBeenCalledOnce());
  expect(onRefused).not.toHaveBeenCalled();
});
