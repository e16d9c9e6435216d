import { expect, it } from 'vitest';
import { signInProblem } from './sign-in-problem.ts';

it('tells what to do next', () => {
  expect(signInProblem({ kind: 'signed_out', message: '' })).toMatch(/password is wrong/);
  expect(signInProblem({ kind: 'rate_limited', message: '', retryAfterMs: 4200 })).toMatch(/in 5 s/);
  expect(signInProblem({ kind: 'unavailable', message: '' })).toMatch(/cannot be reached/);
  expect(signInProblem({ kind: 'internal', message: 'Disk full' })).toBe('Disk full');
});
