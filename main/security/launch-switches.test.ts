import { describe, expect, it } from 'vitest';
import { findDangerousSwitch } from './launch-switches.ts';

describe('findDangerousSwitch', () => {
  it.each([
    ['--remote-debugging-port=9222', 'remote-debugging-port'],
    ['--no-sandbox', 'no-sandbox'],
    ['--No-Sandbox', 'no-sandbox'],
    ['-inspect=0.0.0.0:9229', 'inspect'],
    ['/gpu-launcher=cmd.exe', 'gpu-launcher'],
    ['--ssl-key-log-file=/tmp/keys', 'ssl-key-log-file'],
    ['--password-store=basic', 'password-store'],
  ])('finds %s', (argument, name) => {
    expect(findDangerousSwitch(['waypost', '--hidden', argument])).toBe(name);
  });

  it.each([
    '--hidden',
    'waypost://ticket/7',
    '--lang=ru',
    '--no-sandbox-please',
    'no-sandbox',
    '/home/me',
    '',
  ])('lets %s pass', (argument) => {
    expect(findDangerousSwitch(['/opt/no-sandbox', argument])).toBeNull();
  });

  it('reads no switches behind the end of them', () => {
    expect(findDangerousSwitch(['waypost', '--', '--no-sandbox'])).toBeNull();
  });
});
