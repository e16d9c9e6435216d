import type { Translated } from '../translated.ts';
import type { adminChannelsEn } from './admin-channels.en.ts';

export const adminChannelsRu: Translated<typeof adminChannelsEn> = {
  description:
    'Как вы пишете людям и как они пишут вам. Изменение действует сразу; проверка отправляет одно настоящее сообщение.',
  name: {
    email: 'Почта',
    whatsapp: 'WhatsApp',
    telegram: 'Telegram',
    assistant: 'Помощник',
  },
  about: {
    email: 'Уведомления уходят через ваш почтовый сервер.',
    whatsapp: 'Ответы и уведомления через WhatsApp Cloud API; клиенты пишут боту там же.',
    telegram: 'Клиенты говорят с ботом в Telegram, и ответы агентов приходят им туда.',
    assistant:
      'Языковая модель, которая отвечает клиентам вместо списка ответов; она видит только ближайшие из них.',
  },
  source: {
    none: 'Не настроен',
    settings: 'Настроен здесь',
    environment: 'Настроен окружением узла',
  },
  unreadable: 'Настроен на узле с другим секретом подписи: настройте заново.',
  receives: 'Принимает сообщения',
  sends_only: 'Только отправляет',
  webhook: 'Куда присылает служба',
  copy: 'Скопировать',
  copied: 'Скопировано',
  set_up: 'Настроить',
  change: 'Изменить',
  remove: 'Отключить',
  removed: 'Отключён: {{name}}',
  saved: 'Сохранено, действует: {{name}}',
  changed: 'Изменено {{time}}, {{name}}',
  form: {
    title: 'Настроить: {{name}}',
    secret_kept: 'Оставьте как есть, чтобы сохранить прежний.',
  },
  field: {
    url: 'Адрес',
    from: 'Отправитель',
    token: 'Токен',
    phone_number_id: 'Идентификатор номера',
    app_secret: 'Секрет приложения',
    verify_token: 'Проверочный токен',
    api_url: 'Адрес API',
    webhook_secret: 'Секрет вебхука',
    app_url: 'Адрес за кнопкой',
    language: 'Язык (en или ru)',
    model: 'Модель',
    key: 'Ключ',
  },
  test: {
    label: 'Проверка',
    to: {
      email: 'Адрес почты',
      whatsapp: 'Номер телефона',
      telegram: 'Номер чата',
      assistant: 'Вопрос',
    },
    run: 'Отправить пробное',
    ask: 'Задать пробный вопрос',
    sent: 'Принято через {{ms}} мс',
    failed: 'Отвергнуто через {{ms}} мс',
  },
};
