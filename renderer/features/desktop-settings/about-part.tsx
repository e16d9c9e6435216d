import { Button } from '@mantine/core';
import { useEffect } from 'react';
import type { UpdateStatus } from '#shared/protocol/desktop-state.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { words, wordsOf } from '../../ui/i18n/i18n.ts';
import { Logo } from '../../ui/logo.tsx';
import classes from './settings.module.css';
import { useAbout } from './use-about.ts';

function updateText(status: UpdateStatus): string {
  switch (status.state) {
    case 'fetching':
      return words('desktop-app:update.fetching', { version: status.version, percent: status.percent });
    case 'ready':
      return words('desktop-app:update.ready', { version: status.version });
    case 'failed':
      return words('desktop-app:update.failed', { reason: status.reason });
    case 'idle':
      return words(status.checked_at === null ? 'desktop-app:update.never' : 'desktop-app:update.newest');
    case 'off':
    case 'checking':
      return words(`desktop-app:update.${status.state}`);
  }
}

function UpdateField() {
  const store = useConsoleStore();
  const t = wordsOf('desktop-app');
  const status = useConsole((state) => state.updates);
  useEffect(() => void store.getState().loadUpdates(), [store]);
  if (status === null) return null;
  const { checkUpdates, installUpdate } = store.getState();
  return (
    <div className={classes['field']}>
      <p role="status" className={classes['hint']}>
        {updateText(status)}
      </p>
      {status.state === 'ready' ? (
        <Button onClick={() => void installUpdate()}>{t('restart_now')}</Button>
      ) : (
        <Button variant="default" disabled={status.state === 'off'} onClick={() => void checkUpdates()}>
          {t('check_updates')}
        </Button>
      )}
    </div>
  );
}

/** The app's versions, its updates, and what to hand over with a question. */
export function AboutPart() {
  const store = useConsoleStore();
  const t = wordsOf('desktop-app');
  const about = useAbout();
  const { openLogFolder, saveDiagnostics } = store.getState();
  return (
    <div className={classes['fields']}>
      <div className={classes['product']}>
        <Logo size={40} />
        <div>
          <strong>Waypost {about?.app ?? ''}</strong>
          <p className={classes['hint']}>{t('motto')}</p>
        </div>
      </div>
      {about === null ? null : (
        <dl className={classes['facts']}>
          {(['system', 'electron', 'chromium', 'node', 'protocol'] as const).map((name) => (
            <div key={name}>
              <dt>{t(`fact.${name}`)}</dt>
              <dd>{about[name]}</dd>
            </div>
          ))}
        </dl>
      )}
      <UpdateField />
      <div className={classes['actions']}>
        <Button variant="default" onClick={() => void openLogFolder()}>
          {t('open_logs')}
        </Button>
        <Button variant="default" onClick={() => void saveDiagnostics()}>
          {t('save_diagnostics')}
        </Button>
      </div>
      <p className={classes['hint']}>{t('diagnostics_hint')}</p>
    </div>
  );
}
