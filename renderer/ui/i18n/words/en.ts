import { accountEn } from './account.en.ts';
import { commonEn } from './common.en.ts';
import { signInEn } from './sign-in.en.ts';
import { timeEn } from './time.en.ts';

/** All that the console says, by namespace. English is always at hand; it also decides the keys. */
export const en = {
  account: accountEn,
  common: commonEn,
  'sign-in': signInEn,
  time: timeEn,
} as const;
