import type { Translated } from '../translated.ts';
import { accountRu } from './account.ru.ts';
import { bulkRu } from './bulk.ru.ts';
import { commonRu } from './common.ru.ts';
import { composerRu } from './composer.ru.ts';
import { conflictsRu } from './conflicts.ru.ts';
import { deskRu } from './desk.ru.ts';
import { desktopAppRu } from './desktop-app.ru.ts';
import { desktopSetupRu } from './desktop-setup.ru.ts';
import type { en } from './en.ts';
import { filesRu } from './files.ru.ts';
import { inboxRu } from './inbox.ru.ts';
import { newTicketRu } from './new-ticket.ru.ts';
import { notificationsRu } from './notifications.ru.ts';
import { refusalsRu } from './refusals.ru.ts';
import { searchRu } from './search.ru.ts';
import { shortcutsRu } from './shortcuts.ru.ts';
import { signInRu } from './sign-in.ru.ts';
import { syncRu } from './sync.ru.ts';
import { ticketRu } from './ticket.ru.ts';
import { ticketsRu } from './tickets.ru.ts';
import { timeRu } from './time.ru.ts';
import { viewsRu } from './views.ru.ts';

/** The same in Russian; loaded when somebody reads it. */
export const ru: Translated<typeof en> = {
  account: accountRu,
  bulk: bulkRu,
  common: commonRu,
  composer: composerRu,
  conflicts: conflictsRu,
  desk: deskRu,
  'desktop-app': desktopAppRu,
  'desktop-setup': desktopSetupRu,
  files: filesRu,
  inbox: inboxRu,
  'new-ticket': newTicketRu,
  notifications: notificationsRu,
  refusals: refusalsRu,
  search: searchRu,
  shortcuts: shortcutsRu,
  'sign-in': signInRu,
  sync: syncRu,
  ticket: ticketRu,
  tickets: ticketsRu,
  time: timeRu,
  views: viewsRu,
};
