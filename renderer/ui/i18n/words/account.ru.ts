import type { Translated } from '../translated.ts';
import type { accountEn } from './account.en.ts';

export const accountRu: Translated<typeof accountEn> = {
  language: 'Язык',
  language_system: 'Как в системе',
};
