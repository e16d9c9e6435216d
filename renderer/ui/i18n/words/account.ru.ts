import type { Translated } from '../translated.ts';
import type { accountEn } from './account.en.ts';

export const accountRu: Translated<typeof accountEn> = {
  account: 'Учётная запись',
  account_of: 'Учётная запись: {{name}}',
  app_settings: 'Настройки приложения',
  keyboard_shortcuts: 'Сочетания клавиш',
  language: 'Язык',
  language_system: 'Как в системе',
  sign_out: 'Выйти',
  still_signed_in: 'Выйти не удалось: {{reason}}',
  theme: 'Тема',
  theme_of: {
    light: 'Светлая',
    dark: 'Тёмная',
    auto: 'Как в системе',
  },
  unsent: {
    title: 'Выйти, не отправив изменения?',
    text_one: '{{count}} изменение ещё не дошло до узла. Если выйти сейчас, оно пропадёт навсегда.',
    text_few: '{{count}} изменения ещё не дошли до узла. Если выйти сейчас, они пропадут навсегда.',
    text_many: '{{count}} изменений ещё не дошли до узла. Если выйти сейчас, они пропадут навсегда.',
    text_other: '{{count}} изменения ещё не дошли до узла. Если выйти сейчас, они пропадут навсегда.',
    stay: 'Остаться',
    discard: 'Выйти без них',
  },
};
