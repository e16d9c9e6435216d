import { expect, it } from 'vitest';
import { movedIndex } from './use-options.ts';

it('goes around the ends, and nowhere among nothing', () => {
  expect(movedIndex(0, 1, 3)).toBe(1);
  expect(movedIndex(2, 1, 3)).toBe(0);
  expect(movedIndex(0, -1, 3)).toBe(2);
  expect(movedIndex(0, 1, 0)).toBe(0);
});
