import { Popover, UnstyledButton } from '@mantine/core';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { capitalised } from '../../ui/capitalised.ts';
import { useNow } from '../../ui/use-now.ts';
import { ConnectionPanel } from './connection-panel.tsx';
import classes from './connection-pill.module.css';
import { describeConnection, pillText } from './describe-connection.ts';

/** How this window stands with its node, always in sight; unfolds into what waits to be sent. */
export function ConnectionPill() {
  const store = useConsoleStore();
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
          aria-label={`${status.needs_you} ${status.needs_you === 1 ? 'change needs' : 'changes need'} you`}
          onClick={() => setOpen(!isOpen)}
        >
          {status.needs_you} {status.needs_you === 1 ? 'needs' : 'need'} you
        </UnstyledButton>
      )}
      <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={380} trapFocus returnFocus>
        <Popover.Target>
          <UnstyledButton
            className={classes['pill']}
            data-tone={tone}
            aria-label={`Connection: ${text}`}
            onClick={() => setOpen(!isOpen)}
          >
            <span className={classes['dot']} aria-hidden />
            {capitalised(text)}
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown p={0} aria-label="Connection">
          <ConnectionPanel status={status} />
        </Popover.Dropdown>
      </Popover>
    </div>
  );
}
