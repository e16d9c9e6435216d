import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { HostStatus } from '#shared/protocol/desktop-state.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import classes from './settings.module.css';

function HostLog() {
  const store = useConsoleStore();
  const t = wordsOf('desktop-app');
  const status = useConsole((state) => state.hostStatus);
  const [lines, setLines] = useState<readonly string[]>([]);
  useEffect(() => {
    let isCurrent = true;
    void store
      .getState()
      .readHostLog()
      .then((read) => {
        if (isCurrent) setLines(read);
      });
    return () => {
      isCurrent = false;
    };
  }, [store, status]);
  return (
    <pre className={classes['log']} role="log" aria-label={t('host_log')} tabIndex={0}>
      {lines.length === 0 ? t('host_log_empty') : lines.join('\n')}
    </pre>
  );
}

function HostState({ status }: { status: HostStatus }) {
  const store = useConsoleStore();
  const t = wordsOf('desktop-app');
  return (
    <>
      <div className={classes['field']}>
        <div>
          <span className={classes['label']}>{t(`host_state.${status.state}`)}</span>
          {status.url === null ? null : <p className={classes['hint']}>{status.url}</p>}
          {status.failures === 0 ? null : (
            <p className={classes['problem']}>{t('host_failures', { count: status.failures })}</p>
          )}
          {status.reason === null ? null : <p className={classes['problem']}>{status.reason}</p>}
        </div>
        <Button variant="default" onClick={() => void store.getState().restartHost()}>
          {t('restart')}
        </Button>
      </div>
      {status.addresses.length === 0 ? null : (
        <div>
          <span className={classes['label']}>{t('host_addresses')}</span>
          <ul className={classes['addresses']}>
            {status.addresses.map((address) => (
              <li key={address}>{address}</li>
            ))}
          </ul>
        </div>
      )}
      <HostLog />
    </>
  );
}

/** Which node the app works with; the one on this computer shows how it is. */
export function NodePart() {
  const store = useConsoleStore();
  const t = wordsOf(['desktop-app', 'common']);
  const desktop = useConsole((state) => state.desktop);
  const status = useConsole((state) => state.hostStatus);
  if (desktop === null) return null;
  const { current } = desktop;
  const where = current?.kind === 'remote' ? current.url : t('desktop-app:this_computer');

  function change(): void {
    store.getState().showSettings(null);
    store.getState().setSetupOpen(true);
  }

  return (
    <div className={classes['fields']}>
      <div className={classes['field']}>
        <div>
          <span className={classes['label']}>{where}</span>
          <p className={classes['hint']}>
            {desktop.is_fixed ? t('desktop-app:node_fixed') : t('desktop-app:node_hint')}
          </p>
        </div>
        {desktop.is_fixed ? null : (
          <Button variant="default" onClick={change}>
            {t('common:change')}
          </Button>
        )}
      </div>
      {current?.kind === 'host' && status !== null ? <HostState status={status} /> : null}
    </div>
  );
}
