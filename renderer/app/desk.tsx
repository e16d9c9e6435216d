import type { ConsoleBridge } from '#shared/protocol/ipc.ts';
import { BulkToolbar } from '../features/bulk/bulk-toolbar.tsx';
import { TicketList } from '../features/inbox/ticket-list.tsx';
import { ViewsNav } from '../features/inbox/views-nav.tsx';
import { CommandPalette } from '../features/shortcuts/command-palette.tsx';
import { SignInDialog } from '../features/sign-in/sign-in-dialog.tsx';
import { ConnectionBar } from '../features/sync-status/connection-bar.tsx';
import { TicketPane } from '../features/ticket/ticket-pane.tsx';
import { useConsole } from '../store/store-context.tsx';
import { usePane } from '../store/use-pane.ts';
import { PaneDivider } from '../ui/pane-divider.tsx';
import { LazyAdminArea } from './admin/lazy-admin-area.tsx';
import { useQueueAlert } from './admin/use-queue-alert.ts';
import classes from './desk.module.css';
import { TitleBar } from './title-bar.tsx';
import { ToastStack } from './toast-stack.tsx';
import { WindowDuties } from './window-duties.tsx';

/** Everything a signed-in window shows: views, list, conversation and context side by side. */
export function Desk({ desktop }: { desktop: ConsoleBridge['desktop'] }) {
  const isTicketOpen = useConsole((state) => state.openUid !== null);
  const views = usePane('views', 'before');
  const list = usePane('list', 'before');
  const isInAdmin = useConsole((state) => state.adminPlace !== null);
  useQueueAlert();
  return (
    <div className={classes['desk']} data-ticket-open={isTicketOpen || undefined}>
      <TitleBar />
      <ConnectionBar />
      <div className={classes['panes']}>
        <div {...views.pane} className={classes['views']}>
          <ViewsNav edge={<PaneDivider {...views.edge} />} />
        </div>
        {isInAdmin ? (
          <LazyAdminArea />
        ) : (
          <main className={classes['work']}>
            <div {...list.pane} className={classes['list']}>
              <TicketList toolbar={<BulkToolbar />} />
            </div>
            <PaneDivider {...list.edge} />
            <div className={classes['ticket']}>
              <TicketPane />
            </div>
          </main>
        )}
      </div>
      <CommandPalette />
      <SignInDialog />
      <ToastStack />
      <WindowDuties desktop={desktop} />
    </div>
  );
}
