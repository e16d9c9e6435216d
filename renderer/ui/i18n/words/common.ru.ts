import type { Translated } from '../translated.ts';
import type { commonEn } from './common.en.ts';

export const commonRu: Translated<typeof commonEn> = {
  cancel: 'Отмена',
  change: 'Изменить',
  close: 'Закрыть',
  dismiss: 'Убрать',
  discard: 'Не сохранять',
  edit: 'Изменить',
  needs_you: 'Нужно ваше решение',
  next: 'Далее',
  review: 'Посмотреть',
  save: 'Сохранить',
  sign_in_again: 'Войти снова',
  try_again: 'Повторить',
  try_now: 'Попробовать сейчас',
  undo: 'Отменить',
  update_now: 'Обновить сейчас',
  with_key: '{{name}} ({{key}})',
};
