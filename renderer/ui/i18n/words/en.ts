import { accountEn } from './account.en.ts';
import { bulkEn } from './bulk.en.ts';
import { commonEn } from './common.en.ts';
import { composerEn } from './composer.en.ts';
import { conflictsEn } from './conflicts.en.ts';
import { deskEn } from './desk.en.ts';
import { desktopAppEn } from './desktop-app.en.ts';
import { desktopSetupEn } from './desktop-setup.en.ts';
import { filesEn } from './files.en.ts';
import { inboxEn } from './inbox.en.ts';
import { newTicketEn } from './new-ticket.en.ts';
import { notificationsEn } from './notifications.en.ts';
import { refusalsEn } from './refusals.en.ts';
import { searchEn } from './search.en.ts';
import { shortcutsEn } from './shortcuts.en.ts';
import { signInEn } from './sign-in.en.ts';
import { syncEn } from './sync.en.ts';
import { ticketEn } from './ticket.en.ts';
import { ticketsEn } from './tickets.en.ts';
import { timeEn } from './time.en.ts';
import { viewsEn } from './views.en.ts';

/** All that the console says, by namespace. English is always at hand; it also decides the keys. */
export const en = {
  account: accountEn,
  bulk: bulkEn,
  common: commonEn,
  composer: composerEn,
  conflicts: conflictsEn,
  desk: deskEn,
  'desktop-app': desktopAppEn,
  'desktop-setup': desktopSetupEn,
  files: filesEn,
  inbox: inboxEn,
  'new-ticket': newTicketEn,
  notifications: notificationsEn,
  refusals: refusalsEn,
  search: searchEn,
  shortcuts: shortcutsEn,
  'sign-in': signInEn,
  sync: syncEn,
  ticket: ticketEn,
  tickets: ticketsEn,
  time: timeEn,
  views: viewsEn,
} as const;
