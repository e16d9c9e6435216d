import type { Translated } from '../translated.ts';
import type { commonEn } from './common.en.ts';

export const commonRu: Translated<typeof commonEn> = {
  cancel: 'Отмена',
  change: 'Изменить',
  close: 'Закрыть',
  dismiss: 'Убрать',
  discard: 'Не сохранять',
  edit: 'Изменить',
  failure: {
    invalid: 'Что-то заполнено неверно',
    signed_out: 'Вы вышли из системы',
    forbidden: 'Вам это не разрешено',
    not_found: 'Этого больше нет',
    conflict: 'Кто-то другой уже изменил это',
    too_large: 'Слишком много, чтобы показать сразу',
    rate_limited: 'Слишком много запросов; повторите через минуту',
    unavailable: 'Узел недоступен',
    unsupported: 'Версия узла отличается от версии этой программы',
    internal: 'Узел не справился; причина в его журнале',
  },
  here: {
    disk_full: 'на диске этого компьютера нет места; освободите его и повторите.',
    failed: 'этот компьютер не смог это сохранить; повторите.',
  },
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
