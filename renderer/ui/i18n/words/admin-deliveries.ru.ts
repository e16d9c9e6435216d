import type { Translated } from '../translated.ts';
import type { adminDeliveriesEn } from './admin-deliveries.en.ts';

export const adminDeliveriesRu: Translated<typeof adminDeliveriesEn> = {
  description:
    'Всё, что отправлено или должно быть отправлено любым путём: кому что сказано, чем это кончилось и от чего отказались.',
  list: 'Отправки',
  queued: 'В очереди',
  failed: 'Не дошли',
  formula: {
    queued: 'Что в эту минуту ждёт первой или следующей попытки.',
    failed:
      'От чего отказались: после восьми попыток или потому, что другая сторона отвергла окончательно. Отправляется снова, когда об этом попросят.',
  },
  replay_all: 'Отправить все недошедшие снова',
  replayed_one: '{{count}} снова в очереди',
  replayed_few: '{{count}} снова в очереди',
  replayed_many: '{{count}} снова в очереди',
  replayed_other: '{{count}} снова в очереди',
  replay: 'Отправить снова',
  details: 'Показать',
  filter: {
    state: 'Состояние',
    channel: 'Канал',
  },
  state: {
    failed: 'Не дошло',
    skipped: 'Пропущено',
    queued: 'В очереди',
    sent: 'Отправлено',
    delivered: 'Доставлено',
    read: 'Прочитано',
  },
  channel: {
    email: 'Почта',
    whatsapp: 'WhatsApp',
    telegram: 'Telegram',
    webhook: 'Вызов программы',
  },
  column: {
    when: 'Когда',
    event: 'Что',
    channel: 'Канал',
    to: 'Кому',
    state: 'Состояние',
    attempts: 'Попыток',
    ticket: 'Заявка',
  },
  event: {
    TICKET_CREATED: 'Новая заявка',
    TICKET_ASSIGNED: 'Назначение',
    TICKET_OPENED: 'Заявка принята',
    WORK_STARTED: 'Работа начата',
    WORK_FINISHED: 'Работа закончена',
    TICKET_APPROVED: 'Принято клиентом',
    TICKET_REJECTED: 'Отклонено клиентом',
    REPLY: 'Ответ агента',
    CHAT: 'Ответ бота',
  },
  next_attempt: 'следующая попытка {{time}}',
  no_address: 'У получателя нет там адреса',
  not_set_up: 'Канал не настроен',
  subject: 'Тема',
  message: 'Текст',
  error: 'Почему не дошло',
  empty: {
    title: 'Ничего такого нет',
    text: 'Здесь появляется всё, что отправляется людям и программам.',
  },
};
