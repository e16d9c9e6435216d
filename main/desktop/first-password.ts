import type { Clipboard, Dialog } from 'electron';

/**
 * Shows the password of the node's first account, which exists nowhere else in readable form. It goes to the screen and,
 * when asked, to the clipboard; never to a log.
 */
export async function showFirstPassword(
  account: { readonly username: string; readonly password: string },
  electron: {
    readonly dialog: Pick<Dialog, 'showMessageBox'>;
    readonly clipboard: Pick<Clipboard, 'writeText'>;
  },
): Promise<void> {
  const { response } = await electron.dialog.showMessageBox({
    type: 'info',
    title: 'Waypost',
    message: 'Your desk is ready',
    detail:
      `Sign in as ${account.username} with this password:\n\n${account.password}\n\n` +
      'It is shown this once. Keep it in a safe place.',
    buttons: ['Copy password', 'Close'],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  });
  if (response === 0) await electron.clipboard.writeText(account.password);
}
