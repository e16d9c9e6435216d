import { app, BrowserWindow, dialog, Menu, shell } from 'electron';
import type { DesktopMenu } from '#shared/protocol/desktop-menu.ts';
import type { PageEvents } from '../ipc/page-events.ts';
import type { DeskWindows } from '../windows/desk-windows.ts';
import { printPage, savePageAsPdf } from '../windows/page-tools.ts';
import type { Speech } from '../words/words.ts';
import { appMenuTemplate, type MenuActions } from './app-menu.ts';
import type { Settings } from './settings.ts';

interface MenuBarParts {
  readonly windows: DeskWindows;
  readonly pages: PageEvents;
  readonly speech: Speech;
  readonly logDir: string;
  readonly settings: Settings;
  /** The app speaks another language from now on. */
  readonly onLanguage: () => void;
}

/** The app's menu, redrawn whenever a window says that its commands, their keys or its language changed. */
export function createMenuBar(parts: MenuBarParts) {
  const { onLanguage, settings, speech } = parts;
  const actions = createActions(parts);
  let shownText = '';

  function show({ commands, language }: DesktopMenu): void {
    const text = JSON.stringify([commands, language]);
    if (text === shownText) return;
    shownText = text;
    const inputs = {
      isMac: process.platform === 'darwin',
      isDeveloped: !app.isPackaged,
      words: speech.words,
      commands,
    };
    Menu.setApplicationMenu(Menu.buildFromTemplate(appMenuTemplate(inputs, actions)));
  }

  show({ commands: [], language: speech.language });
  return {
    /** What a window says of its commands, and which language it speaks. */
    take: (menu: DesktopMenu): void => {
      settings.write('language', menu.language);
      speech.use(menu.language);
      show(menu);
      onLanguage();
    },
  };
}

/** What a menu does is meant for the window in front; with none, for the main one. */
function createActions({ logDir, pages, windows }: MenuBarParts): MenuActions {
  const inFront = (work: (window: BrowserWindow) => void): void => {
    const window = BrowserWindow.getFocusedWindow();
    if (window === null) windows.main.show();
    else work(window);
  };
  const tell = (event: 'command' | 'show', data: object): void => {
    inFront((window) => pages.tellOne(window.webContents.id, 'desktop', event, data));
  };
  return {
    runCommand: (id) => tell('command', { id }),
    popOut: () => tell('command', { id: 'pop_out' }),
    print: () => inFront(printPage),
    savePdf: () => inFront((window) => void savePageAsPdf(window, dialog).catch(() => undefined)),
    find: () => tell('show', { what: 'find' }),
    openSettings: () => windows.main.deliver('show', { what: 'settings' }),
    openLogFolder: () => void shell.openPath(logDir),
    showAbout: () => windows.main.deliver('show', { what: 'about' }),
  };
}
