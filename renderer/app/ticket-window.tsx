import type { ConsoleBridge } from '#shared/protocol/ipc.ts';
import { SignInDialog } from '../features/sign-in/sign-in-dialog.tsx';
import { ConnectionBar } from '../features/sync-status/connection-bar.tsx';
import { TicketPane } from '../features/ticket/ticket-pane.tsx';
import classes from './desk.module.css';
import { ToastStack } from './toast-stack.tsx';
import { WindowDuties } from './window-duties.tsx';

/** Whether this window was opened for one ticket alone. */
export function isTicketWindow(): boolean {
  return new URLSearchParams(window.location.search).get('window') === 'ticket';
}

/** One ticket in a window of its own: its conversation and its context, without the list. */
export function TicketWindow({ desktop }: { desktop: ConsoleBridge['desktop'] }) {
  return (
    <div className={classes['desk']} data-ticket-open data-alone>
      <ConnectionBar />
      <main className={classes['ticket']}>
        <TicketPane />
      </main>
      <SignInDialog />
      <ToastStack />
      <WindowDuties desktop={desktop} />
    </div>
  );
}
