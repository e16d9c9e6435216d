import { lazy, Suspense, useEffect, useRef, useState, type ComponentType } from 'react';
import type { ConsoleState } from '../store/console-state.ts';
import { useConsole } from '../store/store-context.tsx';

/** A dialog that comes as a chunk of its own, and when it is wanted. */
interface LazyDialog {
  load: () => Promise<{ default: ComponentType }>;
  isWanted: (state: ConsoleState) => boolean;
}

const dialogs: readonly LazyDialog[] = [
  {
    load: async () => ({ default: (await import('../features/conflicts/conflict-sheet.tsx')).ConflictSheet }),
    isWanted: (state) => state.sheetConflictId !== null,
  },
  {
    load: async () => ({
      default: (await import('../features/new-ticket/new-ticket-dialog.tsx')).NewTicketDialog,
    }),
    isWanted: (state) => state.isNewTicketOpen,
  },
  {
    load: async () => ({
      default: (await import('../features/shortcuts/shortcuts-dialog.tsx')).ShortcutsDialog,
    }),
    isWanted: (state) => state.isHelpOpen,
  },
  {
    load: async () => ({
      default: (await import('../features/bulk/bulk-problems-dialog.tsx')).BulkProblemsDialog,
    }),
    isWanted: (state) => state.bulkProblems !== null,
  },
  {
    load: async () => ({
      default: (await import('../features/bulk/bulk-reply-dialog.tsx')).BulkReplyDialog,
    }),
    isWanted: (state) => state.isBulkReplyOpen,
  },
  {
    load: async () => ({ default: (await import('../features/ticket/merge-dialog.tsx')).MergeDialog }),
    isWanted: (state) => state.isMergeOpen,
  },
  {
    load: async () => ({
      default: (await import('../features/notifications/notifications-dialog.tsx')).NotificationsDialog,
    }),
    isWanted: (state) => state.isNotificationsOpen,
  },
  {
    load: async () => ({ default: (await import('../features/views/view-dialog.tsx')).ViewDialog }),
    isWanted: (state) => state.viewDraft !== null,
  },
  {
    load: async () => ({
      default: (await import('../features/views/delete-view-dialog.tsx')).DeleteViewDialog,
    }),
    isWanted: (state) => state.deletedView !== null,
  },
  {
    load: async () => ({
      default: (await import('../features/desktop-settings/settings-dialog.tsx')).SettingsDialog,
    }),
    isWanted: (state) => state.settingsPart !== null,
  },
];

const drawn = dialogs.map(({ load, isWanted }) => ({ Dialog: lazy(load), isWanted }));

/** Drawn from its first opening on, so that it can close as it likes. */
function Drawn({ Dialog, isWanted }: (typeof drawn)[number]) {
  const isOpen = useConsole(isWanted);
  const [wasOpened, setOpened] = useState(isOpen);
  if (isOpen && !wasOpened) setOpened(true);
  if (!wasOpened) return null;
  return (
    <Suspense fallback={null}>
      <Dialog />
    </Suspense>
  );
}

/**
 * Fetches the dialogs once the desk stands still: without a network they have to be here already. Not before there is
 * something to work on, which they would hold up.
 */
function useFetchedAhead(): void {
  const isStarted = useConsole(
    ({ session, list }) => session?.state === 'signed_out' || list.phase !== 'loading',
  );
  const wasStarted = useRef(false);
  useEffect(() => {
    if (!isStarted || wasStarted.current) return;
    wasStarted.current = true;
    const whenIdle = window.requestIdleCallback ?? ((work: () => void) => window.setTimeout(work, 500));
    whenIdle(() => dialogs.forEach(({ load }) => void load()));
  }, [isStarted]);
}

/** Dialogs that the first screen does without. */
export function LazyDialogs() {
  useFetchedAhead();
  return drawn.map((dialog, index) => <Drawn key={index} {...dialog} />);
}
