import type { Translated } from '../translated.ts';
import type { timeEn } from './time.en.ts';

export const timeRu: Translated<typeof timeEn> = {
  now: 'сейчас',
  today: 'Сегодня',
  yesterday: 'Вчера',
  minutes: '{{count}} мин',
  hours: '{{count}} ч',
  days: '{{count}} дн',
  under_a_minute: '<1 мин',
  hours_minutes: '{{hours}} ч {{minutes}} мин',
  days_hours: '{{days}} дн {{hours}} ч',
  date_time: '{{date}}, {{time}}',
};
