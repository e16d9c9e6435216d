import { writeFile } from 'node:fs/promises';
import type { BrowserWindow, Dialog } from 'electron';
import { DeskError } from '#shared/protocol/errors.ts';

interface FindWish {
  readonly text: string;
  readonly is_forward: boolean;
  readonly is_next: boolean;
}

/** Marks a text in the window's page; how often it is there comes later, as `found-in-page`. */
export function findInPage(
  { webContents }: Pick<BrowserWindow, 'webContents'>,
  { text, is_forward: forward, is_next: isNext }: FindWish,
): void {
  // Electron calls the beginning of a search its "next".
  webContents.findInPage(text, { forward, findNext: !isNext });
}

export function stopFinding({ webContents }: Pick<BrowserWindow, 'webContents'>): void {
  webContents.stopFindInPage('keepSelection');
}

/** Hands the page to the system's print dialog. */
export function printPage({ webContents }: Pick<BrowserWindow, 'webContents'>): void {
  webContents.print({ printBackground: false });
}

const notInFileNames = /[\\/:*?"<>|]|\p{Cc}/gu;

/**
 * Saves the page as a PDF where its user says, readable by them alone.
 * @returns false when they say nowhere
 * @throws DeskError `unavailable` when it cannot be written there
 */
export async function savePageAsPdf(
  window: BrowserWindow,
  dialog: Pick<Dialog, 'showSaveDialog'>,
): Promise<boolean> {
  const name = window
    .getTitle()
    .replace(/ · Waypost$/, '')
    .replace(notInFileNames, ' ')
    .trim()
    .slice(0, 80);
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: `${name === '' ? 'Waypost' : name}.pdf`,
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
  });
  if (canceled || filePath === '') return false;
  const pdf = await window.webContents.printToPDF({ pageSize: 'A4', printBackground: true });
  try {
    await writeFile(filePath, pdf, { mode: 0o600 });
  } catch (error) {
    throw new DeskError('unavailable', 'The PDF could not be written there.', { cause: error });
  }
  return true;
}
