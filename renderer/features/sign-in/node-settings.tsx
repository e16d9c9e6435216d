import { Button, SegmentedControl, TextInput } from '@mantine/core';
import IconServer from '@tabler/icons-react/dist/esm/icons/IconServer.mjs';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DesktopSettings } from '#shared/protocol/ipc.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import classes from './sign-in.module.css';

function NodeForm({ settings, onDone }: { settings: DesktopSettings; onDone: () => void }) {
  const store = useConsoleStore();
  const { t } = useTranslation(['sign-in', 'common']);
  const [mode, setMode] = useState(settings.mode);
  const [url, setUrl] = useState(settings.node_url);
  const [problem, setProblem] = useState<string | null>(null);

  async function save(): Promise<void> {
    const saved = { ...settings, mode, node_url: url.trim() };
    const error = await store.getState().saveDesktopSettings(saved);
    if (error === null) onDone();
    else setProblem(error.message);
  }

  return (
    <div className={classes['node']} role="group" aria-label={t('sign-in:node')}>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t('sign-in:node_mode')}
        data={[
          { value: 'console', label: t('sign-in:node_connect') },
          { value: 'host', label: t('sign-in:node_host') },
        ]}
        value={mode}
        onChange={(value) => setMode(value === 'host' ? 'host' : 'console')}
      />
      {mode === 'console' ? (
        <TextInput
          size="xs"
          label={t('sign-in:node_address')}
          placeholder="http://desk.example:8000"
          spellCheck={false}
          value={url}
          error={problem}
          onChange={(event) => setUrl(event.currentTarget.value)}
        />
      ) : (
        <p className={classes['hint']}>{t('sign-in:node_hosted_here')}</p>
      )}
      <div className={classes['nodeActions']}>
        <Button variant="default" onClick={() => void save()}>
          {t('common:save')}
        </Button>
        <Button variant="subtle" color="gray" onClick={onDone}>
          {t('common:cancel')}
        </Button>
      </div>
    </div>
  );
}

/** Which node the desktop app works with; absent in a browser, whose node is where the page came from. */
export function NodeSettings() {
  const store = useConsoleStore();
  const { t } = useTranslation(['sign-in', 'common']);
  const settings = useConsole((state) => state.desktopSettings);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => void store.getState().loadDesktopSettings(), [store]);
  if (settings === null) return null;
  if (isOpen) return <NodeForm settings={settings} onDone={() => setOpen(false)} />;
  const where =
    settings.mode === 'host' ? t('sign-in:this_computer') : settings.node_url || t('sign-in:not_set');
  const text = t('sign-in:node_at', { where });
  return (
    <button type="button" className={classes['nodeLine']} onClick={() => setOpen(true)} aria-label={text}>
      <IconServer aria-hidden size={14} stroke={1.75} />
      <span>{text}</span>
      <span className={classes['change']}>{t('common:change')}</span>
    </button>
  );
}
