import type { Translated } from '../translated.ts';
import type { notificationsEn } from './notifications.en.ts';

export const notificationsRu: Translated<typeof notificationsEn> = {
  title: 'Уведомления',
  open: 'Уведомления…',
  events: 'Сообщать, когда',
  event: {
    assigned: 'заявка становится моей',
    customer_message: 'клиент пишет в моей заявке',
    followed_message: 'клиент пишет в заявке, за которой я слежу',
    mentioned: 'меня упоминают в заметке',
  },
  relation: {
    assigned: 'Кроме тех, что я беру сам',
    customer_message: 'Исполнитель — я',
    followed_message: 'Исполнитель — кто-то другой',
    mentioned: 'В любой заявке',
  },
  quiet: 'Тихие часы',
  quiet_on: 'Молчать каждый день',
  quiet_hint: 'После них одно уведомление скажет, сколько было заявок.',
  from: 'С',
  to: 'До',
  while_quiet_one: '{{count}} заявка за тихие часы',
  while_quiet_few: '{{count}} заявки за тихие часы',
  while_quiet_many: '{{count}} заявок за тихие часы',
  while_quiet_other: '{{count}} заявки за тихие часы',
  test: 'Проверить',
  test_hint: 'Покажет одно сейчас и скажет, что мешает, если его не будет.',
  test_title: 'Waypost на связи',
  test_body: 'Так здесь выглядит уведомление.',
  verdict: {
    shown: 'Уведомление показано.',
    insecure: 'По http браузер их не показывает. Откройте страницу по https или установите приложение.',
    unsupported: 'Этот браузер не умеет показывать уведомления.',
    denied: 'Они запрещены для этой страницы. Разрешите их у замка рядом с адресом и повторите.',
    not_answered: 'Браузер спросил и не получил ответа. Повторите и выберите «Разрешить».',
    refused: 'Система отказала. Проверьте в её настройках, можно ли браузеру уведомлять.',
    not_confirmed: 'Система придержала его: возможно, включён режим «Не беспокоить».',
  },
};
