import { expect, test } from 'vitest';
import { Passwords } from './passwords.ts';

test('a password fits its own hash alone', async () => {
  const passwords = new Passwords(4);
  const hash = await passwords.hash('Correct-Horse-9');
  expect(await passwords.isCorrect('Correct-Horse-9', hash)).toBe(true);
  expect(await passwords.isCorrect('correct-horse-9', hash)).toBe(false);
  expect(await passwords.isCorrect('', null)).toBe(false);
});

test('saying no to nobody takes as long as to somebody', async () => {
  const passwords = new Passwords(9);
  const hash = await passwords.hash('Correct-Horse-9');
  const timeOf = async (passwordHash: string | null): Promise<number> => {
    const times = [];
    for (let round = 0; round < 5; round += 1) {
      const startedAt = performance.now();
      await passwords.isCorrect('wrong', passwordHash);
      times.push(performance.now() - startedAt);
    }
    return Math.min(...times);
  };
  const [somebody, nobody] = [await timeOf(hash), await timeOf(null)];
  // bcrypt at this cost takes some 20 ms; without the work it would be a thousandth of that.
  expect(nobody).toBeGreaterThan(somebody / 3);
});
