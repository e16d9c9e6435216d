import type { ConsoleBridge } from '#shared/protocol/ipc.ts';
import { useShortcuts } from '../features/shortcuts/use-shortcuts.ts';
import { useDesktopShell } from './use-desktop-shell.ts';
import { useDocumentTitle } from './use-document-title.ts';
import { useExternalLinks } from './use-external-links.ts';
import { useRoute } from './use-route.ts';
import { useSeen } from './use-seen.ts';
import { useWideWindow } from './use-wide-window.ts';

/**
 * What every window with tickets does besides showing them. It draws nothing: the title, for one, changes with each
 * ticket that is opened, and nothing else is drawn anew for that.
 */
export function WindowDuties({ desktop }: { desktop: ConsoleBridge['desktop'] }) {
  useRoute();
  useShortcuts();
  useDocumentTitle();
  useWideWindow();
  useSeen();
  useExternalLinks(desktop);
  useDesktopShell(desktop);
  return null;
}
