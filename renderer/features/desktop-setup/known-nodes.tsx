import { ActionIcon, UnstyledButton } from '@mantine/core';
import IconDeviceDesktop from '@tabler/icons-react/dist/esm/icons/IconDeviceDesktop.mjs';
import IconServer from '@tabler/icons-react/dist/esm/icons/IconServer.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import type { NodePlace } from '#shared/protocol/desktop-state.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import classes from './setup.module.css';

const keyOf = (place: NodePlace): string => (place.kind === 'host' ? 'host' : place.url);

function KnownNode({ place, isCurrent }: { place: NodePlace; isCurrent: boolean }) {
  const store = useConsoleStore();
  const t = wordsOf('desktop-setup');
  const name = place.kind === 'host' ? t('this_computer') : place.url;
  const Mark = place.kind === 'host' ? IconDeviceDesktop : IconServer;
  const isHeld = isCurrent || undefined;

  function choose(): void {
    if (isCurrent) store.getState().setSetupOpen(false);
    else void store.getState().useNode(place);
  }

  return (
    <li className={classes['known']} data-current={isHeld}>
      <UnstyledButton className={classes['knownName']} aria-current={isHeld} onClick={choose}>
        <Mark aria-hidden size={16} stroke={1.75} />
        <span>{name}</span>
        {isCurrent ? <span className={classes['inUse']}>{t('in_use')}</span> : null}
      </UnstyledButton>
      {isCurrent ? null : (
        <ActionIcon
          aria-label={t('forget', { name })}
          onClick={() => void store.getState().forgetNode(place)}
        >
          <IconX aria-hidden size={15} stroke={1.75} />
        </ActionIcon>
      )}
    </li>
  );
}

/** The nodes that were chosen before; one click changes to another. */
export function KnownNodes() {
  const t = wordsOf('desktop-setup');
  const nodes = useConsole((state) => state.desktop?.nodes ?? null);
  const current = useConsole((state) => state.desktop?.current ?? null);
  if (nodes === null || nodes.length === 0) return null;
  return (
    <section aria-label={t('known')}>
      <h2 className={classes['label']}>{t('known')}</h2>
      <ul className={classes['list']}>
        {nodes.map((place) => (
          <KnownNode
            key={keyOf(place)}
            place={place}
            isCurrent={current !== null && keyOf(current) === keyOf(place)}
          />
        ))}
      </ul>
      <p className={classes['hint']}>{t('forget_hint')}</p>
    </section>
  );
}
