import type { Translated } from '../translated.ts';
import { adminApiRu } from './admin-api.ru.ts';
import { adminBotRu } from './admin-bot.ru.ts';
import { adminCategoriesRu } from './admin-categories.ru.ts';
import { adminChannelsRu } from './admin-channels.ru.ts';
import { adminDeliveriesRu } from './admin-deliveries.ru.ts';
import { adminFaqRu } from './admin-faq.ru.ts';
import { adminHealthRu } from './admin-health.ru.ts';
import { adminImportRu } from './admin-import.ru.ts';
import { adminMacrosRu } from './admin-macros.ru.ts';
import { adminOverviewRu } from './admin-overview.ru.ts';
import type { adminEn } from './admin-pack.en.ts';
import { adminPeopleRu } from './admin-people.ru.ts';
import { adminQueueRu } from './admin-queue.ru.ts';
import { adminRecordsRu } from './admin-records.ru.ts';
import { adminSlaRu } from './admin-sla.ru.ts';
import { adminTicketsRu } from './admin-tickets.ru.ts';
import { adminRu as area } from './admin.ru.ts';

/** The same in Russian. */
export const adminRu: Translated<typeof adminEn> = {
  admin: area,
  'admin-api': adminApiRu,
  'admin-bot': adminBotRu,
  'admin-categories': adminCategoriesRu,
  'admin-channels': adminChannelsRu,
  'admin-deliveries': adminDeliveriesRu,
  'admin-faq': adminFaqRu,
  'admin-health': adminHealthRu,
  'admin-import': adminImportRu,
  'admin-macros': adminMacrosRu,
  'admin-overview': adminOverviewRu,
  'admin-people': adminPeopleRu,
  'admin-queue': adminQueueRu,
  'admin-records': adminRecordsRu,
  'admin-sla': adminSlaRu,
  'admin-tickets': adminTicketsRu,
};
