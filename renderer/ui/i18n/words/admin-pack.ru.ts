import type { Translated } from '../translated.ts';
import { adminBotRu } from './admin-bot.ru.ts';
import { adminFaqRu } from './admin-faq.ru.ts';
import { adminHealthRu } from './admin-health.ru.ts';
import type { adminEn } from './admin-pack.en.ts';
import { adminOverviewRu } from './admin-overview.ru.ts';
import { adminPeopleRu } from './admin-people.ru.ts';
import { adminQueueRu } from './admin-queue.ru.ts';
import { adminRecordsRu } from './admin-records.ru.ts';
import { adminTicketsRu } from './admin-tickets.ru.ts';
import { adminRu as area } from './admin.ru.ts';

/** The same in Russian. */
export const adminRu: Translated<typeof adminEn> = {
  admin: area,
  'admin-bot': adminBotRu,
  'admin-faq': adminFaqRu,
  'admin-health': adminHealthRu,
  'admin-overview': adminOverviewRu,
  'admin-people': adminPeopleRu,
  'admin-queue': adminQueueRu,
  'admin-records': adminRecordsRu,
  'admin-tickets': adminTicketsRu,
};
