import { describe, expect, it } from 'vitest';
import { redactText, redactValue } from './redact.ts';

describe('redactText', () => {
  it.each([
    ['GET failed: Bearer abc.def-ghi', 'GET failed: Bearer [token]'],
    ['token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOjF9.c2lnbmF0dXJl ended', 'token [token] ended'],
    ['key wpt_Zm9vYmFyYmF6 was refused', 'key [token] was refused'],
    ['cookie: waypost_session=s3cr3t; Path=/', 'cookie: waypost_session=[token]; Path=/'],
    ['proxy http://me:pass@proxy.example:8080/', 'proxy http://proxy.example:8080/'],
    ['at https://desk.example/api/v1/tickets?search=asha#x', 'at https://desk.example/api/v1/tickets?…'],
    ['to asha.customer+1@mail.example.com', 'to [address]'],
    ['call +91 98765 43210 now', 'call [number] now'],
  ])('%s', (text, redacted) => {
    expect(redactText(text)).toBe(redacted);
  });

  it('leaves what helps', () => {
    const line = 'Error: connect ECONNREFUSED 127.0.0.1:8000 at file:///opt/waypost/index.js:12:3';
    expect(redactText(line)).toBe(line);
  });

  it('cuts what is too long to be a message of ours', () => {
    expect(redactText('x'.repeat(10_000))).toHaveLength(4_001);
  });
});

describe('redactValue', () => {
  it('withholds secrets, and what people wrote, by name', () => {
    const entry = {
      refreshToken: 't1',
      text: 'Dear Asha',
      subject: 'Refund',
      args: { text: 'x' },
      kind: 'conflict',
    };
    expect(JSON.parse(JSON.stringify(entry, redactValue))).toEqual({
      refreshToken: '[withheld]',
      text: '[withheld]',
      subject: '[withheld]',
      args: '[withheld]',
      kind: 'conflict',
    });
  });
});
