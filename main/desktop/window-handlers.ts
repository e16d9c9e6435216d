import type { BrowserWindow, Dialog } from 'electron';
import { DeskError } from '#shared/protocol/errors.ts';
import type { DesktopMenu } from '#shared/protocol/desktop-menu.ts';
import { findInPage, printPage, savePageAsPdf, stopFinding } from '../windows/page-tools.ts';
import type { DeskWindows } from '../windows/desk-windows.ts';
import type { DesktopHandlers } from './desktop-calls.ts';

interface WindowHandlerParts {
  readonly windows: Pick<DeskWindows, 'find' | 'tickets'>;
  readonly dialog: Pick<Dialog, 'showSaveDialog'>;
  readonly onMenu: (menu: DesktopMenu) => void;
}

type WindowCall =
  | 'desktop.setMenu'
  | 'desktop.popOut'
  | 'desktop.find'
  | 'desktop.stopFind'
  | 'desktop.print'
  | 'desktop.savePdf';

/** What a window asks about itself. */
export function createWindowHandlers({
  dialog,
  onMenu,
  windows,
}: WindowHandlerParts): Pick<DesktopHandlers, WindowCall> {
  const own = (pageId: number): BrowserWindow => {
    const window = windows.find(pageId);
    if (window === undefined) throw new DeskError('not_found', 'This window is closed.');
    return window;
  };
  return {
    'desktop.setMenu': (menu) => {
      onMenu(menu);
      return null;
    },
    'desktop.popOut': ({ ticket_uid: uid }) => {
      windows.tickets.open(uid);
      return null;
    },
    'desktop.find': (wish, pageId) => {
      findInPage(own(pageId), wish);
      return null;
    },
    'desktop.stopFind': (_args, pageId) => {
      stopFinding(own(pageId));
      return null;
    },
    'desktop.print': (_args, pageId) => {
      printPage(own(pageId));
      return null;
    },
    'desktop.savePdf': (_args, pageId) => savePageAsPdf(own(pageId), dialog),
  };
}
