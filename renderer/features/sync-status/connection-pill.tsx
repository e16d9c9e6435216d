import { Popover, UnstyledButton } from '@mantine/core';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { capitalised } from '../../ui/capitalised.ts';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { useNow } from '../../ui/use-now.ts';
import { ConnectionPanel } from './connection-panel.tsx';
import classes from './connection-pill.module.css';
import { describeConnection, pillText } from './describe-connection.ts';

/** How this window stands with its node, always in sight; unfolds into what waits to be sent. */
export function ConnectionPill() {
  const store = useConsoleStore();
  const t = wordsOf('sync');
  const status = useConsole((state) => state.status);
  const isOpen = useConsole((state) => state.isConnectionPanelOpen);
  const now = useNow();
  if (status === null) return null;
  const { tone } = describeConnection(status.connection, now);
  const text = pillText(status, now);
  const setOpen = (opened: boolean) => store.getState().setConnectionPanelOpen(opened);

  return (
    <div className={classes['group']}>
      {status.needs_you === 0 ? null : (
        <UnstyledButton
          className={classes['needsYou']}
          aria-label={t('changes_need_you', { count: status.needs_you })}
          onClick={() => setOpen(!isOpen)}
        >
          {t('need_you', { count: status.needs_you })}
        </UnstyledButton>
      )}
      <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={380} trapFocus returnFocus>
        <Popover.Target>
          <UnstyledButton
            className={classes['pill']}
            data-tone={tone}
            aria-label={t('connection_is', { state: text })}
            onClick={() => setOpen(!isOpen)}
          >
            <span className={classes['dot']} aria-hidden />
            {capitalised(text)}
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown p={0} aria-label={t('connection')}>
          <ConnectionPanel status={status} />
        </Popover.Dropdown>
      </Popover>
    </div>
  );
}
