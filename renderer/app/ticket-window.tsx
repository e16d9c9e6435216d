import type { ConsoleBridge } from '#shared/protocol/ipc.ts';
import { SignInDialog } from '../features/sign-in/sign-in-dialog.tsx';
import { ConnectionBar } from '../features/sync-status/connection-bar.tsx';
import { TicketPane } from '../features/ticket/ticket-pane.tsx';
import { useShortcuts } from '../features/shortcuts/use-shortcuts.ts';
import classes from './desk.module.css';
import { ToastStack } from './toast-stack.tsx';
import { useDesktopShell } from './use-desktop-shell.ts';
import { useDocumentTitle } from './use-document-title.ts';
import { useExternalLinks } from './use-external-links.ts';
import { useRoute } from './use-route.ts';
import { useSeen } from './use-seen.ts';
import { useWideWindow } from './use-wide-window.ts';

/** Whether this window was opened for one ticket alone. */
export function isTicketWindow(): boolean {
  return new URLSearchParams(window.location.search).get('window') === 'ticket';
}

/** One ticket in a window of its own: its conversation and its context, without the list. */
export function TicketWindow({ desktop }: { desktop: ConsoleBridge['desktop'] }) {
  useRoute();
  useShortcuts();
  useDocumentTitle();
  useWideWindow();
  useSeen();
  useExternalLinks(desktop);
  useDesktopShell(desktop);
  return (
    <div className={classes['desk']} data-ticket-open data-alone>
      <ConnectionBar />
      <main className={classes['ticket']}>
        <TicketPane />
      </main>
      <SignInDialog />
      <ToastStack />
    </div>
  );
}
