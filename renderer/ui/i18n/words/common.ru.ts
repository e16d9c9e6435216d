import type { Translated } from '../translated.ts';
import type { commonEn } from './common.en.ts';

export const commonRu: Translated<typeof commonEn> = {
  cancel: 'Отмена',
  change: 'Изменить',
  close: 'Закрыть',
  save: 'Сохранить',
  try_again: 'Повторить',
};
