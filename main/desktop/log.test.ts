import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatEntry, openLog } from './log.ts';

describe('formatEntry', () => {
  it('writes one line of JSON', () => {
    expect(JSON.parse(formatEntry(0, 'info', 'Ready', { port: 1 }))).toEqual({
      at: '1970-01-01T00:00:00.000Z',
      level: 'info',
      message: 'Ready',
      port: 1,
    });
  });

  it('withholds secrets at any depth', () => {
    const line = formatEntry(0, 'info', 'x', { password: 'p1', nested: { access_token: 't1' } });
    expect(line).not.toMatch(/p1|t1/);
  });
});

describe('openLog', () => {
  it('writes for its owner alone', () => {
    const dir = join(mkdtempSync(join(tmpdir(), 'waypost-log-')), 'logs');
    openLog(dir, () => 0)('warn', 'A token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOjF9.x was refused');
    const path = join(dir, 'desktop.log');
    expect(readFileSync(path, 'utf8')).toBe(
      '{"at":"1970-01-01T00:00:00.000Z","level":"warn","message":"A token [token] was refused"}\n',
    );
    expect([statSync(dir).mode & 0o777, statSync(path).mode & 0o777]).toEqual([0o700, 0o600]);
    rmSync(dir, { recursive: true });
  });
});
