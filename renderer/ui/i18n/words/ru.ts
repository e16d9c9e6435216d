import type { Translated } from '../translated.ts';
import { accountRu } from './account.ru.ts';
import { commonRu } from './common.ru.ts';
import type { en } from './en.ts';
import { signInRu } from './sign-in.ru.ts';
import { timeRu } from './time.ru.ts';

/** The same in Russian; loaded when somebody reads it. */
export const ru: Translated<typeof en> = {
  account: accountRu,
  common: commonRu,
  'sign-in': signInRu,
  time: timeRu,
};
