import { expect, test } from 'vitest';
import { findWeakness, strictPasswordRules } from '../auth/password-rules.ts';
import { systemRandom } from '../services.ts';
import { generatePassword } from './generate-password.ts';

test('is within the strictest rules, and another one each time', () => {
  const passwords = Array.from({ length: 200 }, () => generatePassword(systemRandom));
  for (const password of passwords) {
    expect(password).toMatch(/^([a-zA-Z2-9]{5}-){3}[a-zA-Z2-9]{5}$/);
    expect(findWeakness(password, strictPasswordRules)).toBeNull();
  }
  expect(new Set(passwords).size).toBe(200);
});
