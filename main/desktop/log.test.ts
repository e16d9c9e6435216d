import { describe, expect, it } from 'vitest';
import { formatEntry } from './log.ts';

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
