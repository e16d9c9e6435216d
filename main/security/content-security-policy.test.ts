import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from './content-security-policy.ts';

const sourcesByDirective = new Map(
  contentSecurityPolicy.split('; ').map((directive) => {
    const [name = '', ...sources] = directive.split(' ');
    return [name, sources];
  }),
);

describe('the content security policy', () => {
  it.each([
    'default-src',
    'connect-src',
    'worker-src',
    'object-src',
    'base-uri',
    'form-action',
    'frame-ancestors',
  ])('closes %s', (name) => {
    expect(sourcesByDirective.get(name)).toEqual(["'none'"]);
  });

  it('runs scripts from its own origin only, never inline and never evaluated', () => {
    expect(sourcesByDirective.get('script-src')).toEqual(["'self'"]);
    expect(contentSecurityPolicy).not.toContain('unsafe-eval');
  });
});
