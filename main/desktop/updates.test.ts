import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Updates, type Updater } from './updates.ts';
import { isNewer } from './version-order.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function openUpdates({ version = '1.3.0', isInstalled = true } = {}) {
  const updater = {
    allowDowngrade: true,
    allowPrerelease: true,
    autoDownload: true,
    netSession: { setProxy: vi.fn(async () => undefined) },
    setFeedURL: vi.fn(),
    checkForUpdates: vi.fn(async () => ({ updateInfo: { version } })),
    downloadUpdate: vi.fn(async () => []),
    quitAndInstall: vi.fn(),
    on: vi.fn(),
  };
  const load = vi.fn(async () => updater as unknown as Updater);
  const onStatus = vi.fn();
  const updates = new Updates({
    load,
    currentVersion: '1.2.0',
    isInstalled,
    proxy: () => ({ mode: 'direct' }),
    now: () => 5,
    log: vi.fn(),
    onStatus,
  });
  return { updates, updater, load, onStatus };
}

const url = 'https://updates.example/waypost';

describe('Updates', () => {
  it('looks nowhere until it is told where, nor where nothing could be installed', async () => {
    const { updates, load } = openUpdates();
    expect(await updates.check()).toEqual({ state: 'off' });
    updates.configure(null);
    expect(load).not.toHaveBeenCalled();
    const loose = openUpdates({ isInstalled: false });
    loose.updates.configure(url);
    expect(await loose.updates.check()).toEqual({ state: 'off' });
    expect(loose.load).not.toHaveBeenCalled();
  });

  it('fetches a newer version, and installs it when asked', async () => {
    const { updates, updater, onStatus } = openUpdates();
    updates.configure(url);
    await vi.waitFor(() => expect(updates.status).toEqual({ state: 'ready', version: '1.3.0' }));
    expect(updater.setFeedURL).toHaveBeenCalledWith({ provider: 'generic', url });
    expect(updater.netSession.setProxy).toHaveBeenCalledWith({ mode: 'direct' });
    expect(onStatus.mock.calls.map(([status]) => (status as { state: string }).state)).toEqual([
      'idle',
      'checking',
      'fetching',
      'ready',
    ]);
    await updates.install();
    expect(updater.quitAndInstall).toHaveBeenCalled();
  });

  it.each(['1.2.0', '1.1.9', '0.9.0', '1.2.0-beta.1', 'latest'])(
    'never takes %s in the place of 1.2.0',
    async (version) => {
      const { updates, updater } = openUpdates({ version });
      updates.configure(url);
      await vi.waitFor(() => expect(updates.status).toEqual({ state: 'idle', checked_at: 5 }));
      expect(updater.downloadUpdate).not.toHaveBeenCalled();
      expect([updater.allowDowngrade, updater.allowPrerelease, updater.autoDownload]).toEqual([
        false,
        false,
        false,
      ]);
      await updates.install();
      expect(updater.quitAndInstall).not.toHaveBeenCalled();
    },
  );

  it('says when it could not look, and looks again later', async () => {
    const { updates, updater } = openUpdates();
    updater.checkForUpdates.mockRejectedValueOnce(new Error('no network\n at somewhere'));
    updates.configure(url);
    await vi.waitFor(() => expect(updates.status).toEqual({ state: 'failed', reason: 'no network' }));
    await vi.advanceTimersByTimeAsync(6 * 60 * 60 * 1000);
    await vi.waitFor(() => expect(updates.status.state).toBe('ready'));
  });
});

describe('isNewer', () => {
  it.each([
    ['1.2.1', '1.2.0', true],
    ['1.10.0', '1.9.9', true],
    ['2.0.0', '10.0.0', false],
    ['1.2.0', '1.2.0-rc.1', true],
    ['1.2.0-rc.1', '1.2.0', false],
    ['v1.3.0', '1.2.0', true],
    ['1.3', '1.2.0', false],
  ])('%s than %s: %s', (version, than, expected) => {
    expect(isNewer(version, than)).toBe(expected);
  });
});
