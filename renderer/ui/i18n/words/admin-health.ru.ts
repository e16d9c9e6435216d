import type { Translated } from '../translated.ts';
import type { adminHealthEn } from './admin-health.en.ts';

export const adminHealthRu: Translated<typeof adminHealthEn> = {
  description: 'Компьютер, на котором работает узел, сейчас и за время. Показатели обновляются сами.',
  version: 'Waypost {{version}}, версия узла',
  cpu: 'Процессор',
  memory: 'Память',
  disk: 'Диск',
  uptime: 'Компьютер работает',
  alerts: 'Тревоги',
  open_alerts: 'Открытые тревоги',
  open_tickets: 'Открытые заявки',
  log: 'Журнал',
  hours: 'Промежуток',
  last_hour: 'Последний час',
  last_day: 'Последние сутки',
  last_week: 'Последние 7 дней',
  last_month: 'Последние 30 дней',
  load_over_time: 'Нагрузка за время',
  time: 'Время',
  no_history: 'Показатели снимаются каждые 30 секунд и скоро появятся здесь.',
  no_alerts: {
    title: 'Всё в порядке',
    text: 'За последние 30 дней ничто не вышло за предел.',
  },
  no_log: {
    title: 'Ничего не записано',
    text: 'Таких записей в журнале нет.',
  },
  open: 'Открыта',
  over: 'Прошла',
  level: 'Уровень',
  column: {
    when: 'Когда',
    level: 'Уровень',
    component: 'Часть',
    message: 'Сообщение',
    state: 'Состояние',
    severity: 'Важность',
    value: 'Значение',
    threshold: 'Предел',
  },
};
