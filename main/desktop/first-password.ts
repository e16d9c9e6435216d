import type { Clipboard, Dialog } from 'electron';
import type { Words } from '../words/shape.ts';

/**
 * Shows the password of the node's first account, which exists nowhere else in readable form. It goes to the screen and,
 * when asked, to the clipboard; never to a log.
 */
export async function showFirstPassword(
  account: { readonly username: string; readonly password: string },
  { first_password: words }: Words,
  electron: {
    readonly dialog: Pick<Dialog, 'showMessageBox'>;
    readonly clipboard: Pick<Clipboard, 'writeText'>;
  },
): Promise<void> {
  const { response } = await electron.dialog.showMessageBox({
    type: 'info',
    title: 'Waypost',
    message: words.message,
    detail: words.detail(account.username, account.password),
    buttons: [words.copy, words.close],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  });
  if (response === 0) await electron.clipboard.writeText(account.password);
}
