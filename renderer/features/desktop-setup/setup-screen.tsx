import { Button, UnstyledButton } from '@mantine/core';
import IconDeviceDesktop from '@tabler/icons-react/dist/esm/icons/IconDeviceDesktop.mjs';
import IconServer from '@tabler/icons-react/dist/esm/icons/IconServer.mjs';
import { useState } from 'react';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { Welcome } from '../../ui/welcome.tsx';
import { HostForm } from './host-form.tsx';
import { KnownNodes } from './known-nodes.tsx';
import { RemoteForm } from './remote-form.tsx';
import classes from './setup.module.css';

type Way = 'remote' | 'host';

const ways = [
  { way: 'remote', icon: IconServer },
  { way: 'host', icon: IconDeviceDesktop },
] as const satisfies readonly { way: Way; icon: typeof IconServer }[];

/** The first run, and every later choice of a node: one that the team runs, or one on this computer. */
export function SetupScreen() {
  const store = useConsoleStore();
  const t = wordsOf(['desktop-setup', 'common']);
  const isFirst = useConsole((state) => state.desktop?.current === null);
  const [way, setWay] = useState<Way>('remote');
  return (
    <Welcome
      isWide
      title={isFirst ? t('desktop-setup:welcome') : t('desktop-setup:nodes')}
      text={t('desktop-setup:what_is_a_node')}
    >
      <KnownNodes />
      <div className={classes['ways']} role="radiogroup" aria-label={t('desktop-setup:which')}>
        {ways.map(({ way: known, icon: WayIcon }) => (
          <UnstyledButton
            key={known}
            role="radio"
            aria-checked={way === known}
            className={classes['way']}
            onClick={() => setWay(known)}
          >
            <WayIcon aria-hidden size={20} stroke={1.6} />
            <strong>{t(`desktop-setup:way.${known}`)}</strong>
            <span>{t(`desktop-setup:way_hint.${known}`)}</span>
          </UnstyledButton>
        ))}
      </div>
      {way === 'remote' ? <RemoteForm /> : <HostForm />}
      {isFirst ? null : (
        <Button variant="subtle" color="gray" size="sm" onClick={() => store.getState().setSetupOpen(false)}>
          {t('common:cancel')}
        </Button>
      )}
    </Welcome>
  );
}
