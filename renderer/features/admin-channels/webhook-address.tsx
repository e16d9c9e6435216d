import { Button } from '@mantine/core';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import classes from './channels.module.css';

/** The address that the service is told: the node's, as this console reaches it, with the channel's path. */
export function WebhookAddress({ path }: { path: string }) {
  const t = wordsOf(['admin-channels', 'admin']);
  const store = useConsoleStore();
  const nodeUrl = useConsole(({ session }) => session?.node_url ?? '');
  const address = nodeUrl.replace(/\/$/, '') + path;

  async function copy(): Promise<void> {
    if (await copyText(address)) store.getState().notify(t('admin-channels:copied'));
    else store.getState().notify(t('admin:copy_refused'), 'problem');
  }

  return (
    <div className={classes['webhook']}>
      <span>{t('admin-channels:webhook')}</span>
      <code>{address}</code>
      <Button size="compact-xs" variant="default" onClick={() => void copy()}>
        {t('admin-channels:copy')}
      </Button>
    </div>
  );
}
