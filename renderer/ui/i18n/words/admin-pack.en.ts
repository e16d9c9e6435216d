import { adminApiEn } from './admin-api.en.ts';
import { adminBotEn } from './admin-bot.en.ts';
import { adminCategoriesEn } from './admin-categories.en.ts';
import { adminChannelsEn } from './admin-channels.en.ts';
import { adminDeliveriesEn } from './admin-deliveries.en.ts';
import { adminFaqEn } from './admin-faq.en.ts';
import { adminHealthEn } from './admin-health.en.ts';
import { adminImportEn } from './admin-import.en.ts';
import { adminMacrosEn } from './admin-macros.en.ts';
import { adminOverviewEn } from './admin-overview.en.ts';
import { adminPeopleEn } from './admin-people.en.ts';
import { adminQueueEn } from './admin-queue.en.ts';
import { adminRecordsEn } from './admin-records.en.ts';
import { adminSlaEn } from './admin-sla.en.ts';
import { adminTicketsEn } from './admin-tickets.en.ts';
import { adminEn as area } from './admin.en.ts';

/** What the admin area says, by namespace; it comes with the area. */
export const adminEn = {
  admin: area,
  'admin-api': adminApiEn,
  'admin-bot': adminBotEn,
  'admin-categories': adminCategoriesEn,
  'admin-channels': adminChannelsEn,
  'admin-deliveries': adminDeliveriesEn,
  'admin-faq': adminFaqEn,
  'admin-health': adminHealthEn,
  'admin-import': adminImportEn,
  'admin-macros': adminMacrosEn,
  'admin-overview': adminOverviewEn,
  'admin-people': adminPeopleEn,
  'admin-queue': adminQueueEn,
  'admin-records': adminRecordsEn,
  'admin-sla': adminSlaEn,
  'admin-tickets': adminTicketsEn,
} as const;
