import { adminBotEn } from './admin-bot.en.ts';
import { adminFaqEn } from './admin-faq.en.ts';
import { adminHealthEn } from './admin-health.en.ts';
import { adminOverviewEn } from './admin-overview.en.ts';
import { adminPeopleEn } from './admin-people.en.ts';
import { adminQueueEn } from './admin-queue.en.ts';
import { adminRecordsEn } from './admin-records.en.ts';
import { adminTicketsEn } from './admin-tickets.en.ts';
import { adminEn as area } from './admin.en.ts';

/** What the admin area says, by namespace; it comes with the area. */
export const adminEn = {
  admin: area,
  'admin-bot': adminBotEn,
  'admin-faq': adminFaqEn,
  'admin-health': adminHealthEn,
  'admin-overview': adminOverviewEn,
  'admin-people': adminPeopleEn,
  'admin-queue': adminQueueEn,
  'admin-records': adminRecordsEn,
  'admin-tickets': adminTicketsEn,
} as const;
