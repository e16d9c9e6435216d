import { Button, NumberInput, Radio } from '@mantine/core';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconFolder from '@tabler/icons-react/dist/esm/icons/IconFolder.mjs';
import { useState, type FormEvent } from 'react';
import { audiences, type HostSettings } from '#shared/protocol/desktop-state.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import classes from './setup.module.css';

function DataFolder({ path }: { path: string }) {
  const store = useConsoleStore();
  const t = wordsOf(['desktop-setup', 'common']);
  return (
    <div className={classes['folder']}>
      <span className={classes['label']}>{t('desktop-setup:data_folder')}</span>
      <span className={classes['path']} title={path}>
        <IconFolder aria-hidden size={15} stroke={1.75} />
        <bdi>{path}</bdi>
      </span>
      <Button
        variant="default"
        aria-label={t('desktop-setup:choose_folder')}
        onClick={() => void store.getState().chooseDataFolder()}
      >
        {t('common:change')}
      </Button>
    </div>
  );
}

/** How the node on this computer runs, with what that means for others. */
function Fields({ host, onStart }: { host: HostSettings; onStart: (host: HostSettings) => void }) {
  const t = wordsOf('desktop-setup');
  const [port, setPort] = useState<number | null>(host.port);
  const [audience, setAudience] = useState(host.audience);

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    onStart({ ...host, port, audience });
  }

  return (
    <form className={classes['form']} onSubmit={onSubmit} noValidate>
      <DataFolder path={host.data_dir} />
      <NumberInput
        label={t('port')}
        description={t('port_hint')}
        placeholder={t('any_port')}
        min={1}
        max={65_535}
        clampBehavior="strict"
        allowDecimal={false}
        allowNegative={false}
        hideControls
        value={port ?? ''}
        onChange={(value) => setPort(typeof value === 'number' ? value : null)}
      />
      <Radio.Group
        label={t('who_may_connect')}
        value={audience}
        onChange={(value) => setAudience(audiences.find((known) => known === value) ?? 'this_computer')}
      >
        <div className={classes['choices']}>
          {audiences.map((value) => (
            <Radio
              key={value}
              value={value}
              label={t(`audience.${value}`)}
              description={t(`audience_hint.${value}`)}
            />
          ))}
        </div>
      </Radio.Group>
      {audience === 'network' ? (
        <p className={classes['verdict']} data-tone="warning" role="note">
          <IconAlertTriangle aria-hidden size={16} stroke={1.75} /> {t('network_risk')}
        </p>
      ) : null}
      <div className={classes['actions']}>
        <Button size="sm" type="submit">
          {t('start_here')}
        </Button>
      </div>
    </form>
  );
}

export function HostForm() {
  const store = useConsoleStore();
  const host = useConsole((state) => state.desktop?.host ?? null);
  const [problem, setProblem] = useState<string | null>(null);
  if (host === null) return null;

  async function start({ port, audience }: HostSettings): Promise<void> {
    const state = store.getState();
    const error = (await state.saveHost({ port, audience })) ?? (await state.useNode({ kind: 'host' }));
    setProblem(error?.message ?? null);
  }

  return (
    <>
      <Fields key={host.data_dir} host={host} onStart={(wanted) => void start(wanted)} />
      {problem === null ? null : (
        <p role="alert" className={classes['verdict']} data-tone="problem">
          {problem}
        </p>
      )}
    </>
  );
}
