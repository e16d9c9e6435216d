import { join } from 'node:path';
import { app, BrowserWindow, clipboard, Menu, shell } from 'electron';
import type { Log } from '../desktop/log.ts';
import type { Settings } from '../desktop/settings.ts';
import type { PageEvents } from '../ipc/page-events.ts';
import { openExternalLink } from '../security/external-links.ts';
import type { TrustedSenders } from '../security/trusted-senders.ts';
import type { Words } from '../words/shape.ts';
import { contextMenuTemplate } from './context-menu.ts';
import { MainWindow } from './main-window.ts';
import { TicketWindows } from './ticket-windows.ts';
import { WindowFactory } from './window-factory.ts';

interface DeskWindowsParts {
  readonly outDir: string;
  readonly bridgeArgument: string;
  readonly settings: Settings;
  readonly pages: PageEvents;
  readonly senders: TrustedSenders;
  readonly log: Log;
  readonly words: () => Words;
  readonly isKeptInTray: () => boolean;
}

/** The app's windows: the main one, and tickets in windows of their own. */
export function createDeskWindows(parts: DeskWindowsParts) {
  const { pages, settings } = parts;
  const factory = new WindowFactory({
    preloadPath: join(parts.outDir, 'main/preload.cjs'),
    bridgeArgument: parts.bridgeArgument,
    isDeveloped: !app.isPackaged,
    senders: parts.senders,
    events: pages,
    log: parts.log,
    prepare: (window) => {
      offerContextMenu(window, parts.words);
      tellFindings(window, pages);
    },
  });
  const main = new MainWindow({ factory, settings, events: pages, isKeptInTray: parts.isKeptInTray });
  const tickets = new TicketWindows({ factory, settings });
  return {
    main,
    tickets,
    /** The ticket in whichever window has it, in front. */
    showTicket: (uid: string): void => {
      if (!tickets.focus(uid)) main.showDestination({ ticket_uid: uid });
    },
    /** The window that asked; a page cannot name another. */
    find: (pageId: number): BrowserWindow | undefined =>
      BrowserWindow.getAllWindows().find((window) => window.webContents.id === pageId),
  };
}

export type DeskWindows = ReturnType<typeof createDeskWindows>;

function offerContextMenu(window: BrowserWindow, words: () => Words): void {
  const contents = window.webContents;
  contents.on('context-menu', (_event, clicked) => {
    const template = contextMenuTemplate(clicked, words(), {
      replaceWord: (word) => contents.replaceMisspelling(word),
      addWord: (word) => contents.session.addWordToSpellCheckerDictionary(word),
      copyText: (text) => void clipboard.writeText(text),
      openLink: (url) => void openExternalLink(url, shell),
    });
    if (template.length > 0) Menu.buildFromTemplate(template).popup({ window });
  });
}

function tellFindings(window: BrowserWindow, pages: PageEvents): void {
  const contents = window.webContents;
  contents.on('found-in-page', (_event, { activeMatchOrdinal: ordinal, finalUpdate, matches }) => {
    if (finalUpdate) pages.tellOne(contents.id, 'desktop', 'found', { ordinal, matches });
  });
}
