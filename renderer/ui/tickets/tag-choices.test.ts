import { expect, it } from 'vitest';
import { tagsFitting } from './tag-choices.tsx';

it('puts what begins with the letters first, the most used before others', () => {
  expect(tagsFitting(['vip', 'late', 'chargeback', 'gateway'], 'at')).toEqual(['late', 'gateway']);
  expect(tagsFitting(['kyc', 'vip', 'card'], '')).toEqual(['kyc', 'vip', 'card']);
  expect(tagsFitting(['old card', 'Card'], 'card')).toEqual(['Card', 'old card']);
});
