import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { setStartAtLogin } from './start-at-login.ts';

function openLogin(platform: NodeJS.Platform, isPackaged = true) {
  const configDir = mkdtempSync(join(tmpdir(), 'waypost-login-'));
  const setLoginItemSettings = vi.fn();
  const login = {
    app: { isPackaged, setLoginItemSettings },
    platform,
    configDir,
    program: '/opt/Way "$post"/50%',
  };
  const file = join(configDir, 'autostart/waypost.desktop');
  return { login, file, setLoginItemSettings, configDir };
}

it.each(['darwin', 'win32'] as const)('asks the system on %s', (platform) => {
  const { login, setLoginItemSettings, configDir } = openLogin(platform);
  setStartAtLogin(login, true);
  setStartAtLogin(login, false);
  expect(setLoginItemSettings.mock.calls).toEqual([
    [{ openAtLogin: true, args: ['--hidden'] }],
    [{ openAtLogin: false, args: ['--hidden'] }],
  ]);
  rmSync(configDir, { recursive: true });
});

it('writes a file for Linux desktops, and takes it away', () => {
  const { login, file, configDir } = openLogin('linux');
  setStartAtLogin(login, true);
  expect(readFileSync(file, 'utf8')).toContain('Exec="/opt/Way \\"\\$post\\"/50%%" --hidden\n');
  setStartAtLogin(login, false);
  expect(existsSync(file)).toBe(false);
  rmSync(configDir, { recursive: true });
});

it('does nothing for an app that is not installed', () => {
  const { login, file, setLoginItemSettings, configDir } = openLogin('linux', false);
  setStartAtLogin(login, true);
  expect(existsSync(file)).toBe(false);
  expect(setLoginItemSettings).not.toHaveBeenCalled();
  rmSync(configDir, { recursive: true });
});
