import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { saveDiagnostics } from './diagnostics.ts';

it('tells what helps, and nothing of tickets, passwords and tokens', () => {
  const dir = mkdtempSync(join(tmpdir(), 'waypost-diagnostics-'));
  mkdirSync(join(dir, 'logs'));
  writeFileSync(
    join(dir, 'logs/desktop.log'),
    '{"level":"info","message":"Bearer abc.def for asha@example.com"}\n{"message":"kept"}\n',
  );
  writeFileSync(join(dir, 'settings.json'), '{"password":"hunter2"}');
  const path = join(dir, 'out.txt');
  saveDiagnostics(path, {
    about: {
      app: '1.2.3',
      electron: '45',
      chromium: '150',
      node: '24',
      system: 'linux x64',
      protocol: 9,
      spell_check_languages: [],
    },
    state: {
      current: { kind: 'remote', url: 'https://desk.example' },
      nodes: [],
      is_fixed: false,
      host: { port: null, audience: 'this_computer', data_dir: '/data' },
      preferences: {} as never,
      is_shortcut_taken: false,
    },
    host: { state: 'stopped', url: null, addresses: [], failures: 0, reason: null },
    hostLog: ['The node said this'],
    status: {
      connection: { state: 'offline', since: 1, retry_at: null, reason: 'unreachable' },
      queued: 3,
      needs_you: 0,
      unfetched: 0,
      synced_at: null,
    },
    logDir: join(dir, 'logs'),
    userData: dir,
    now: new Date(0),
  });
  const text = readFileSync(path, 'utf8');
  for (const fact of [
    '1.2.3',
    'https://desk.example',
    '"queued": 3',
    'The node said this',
    'settings.json',
    'kept',
  ]) {
    expect(text).toContain(fact);
  }
  expect(text).not.toMatch(/abc\.def|asha@|hunter2/);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  rmSync(dir, { recursive: true });
});
