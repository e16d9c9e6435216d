import type { Dialog, Shell } from 'electron';
import { DeskError } from '#shared/protocol/errors.ts';
import type { About } from '#shared/protocol/desktop-state.ts';
import type { DesktopHandlers } from './desktop-calls.ts';
import { saveDiagnostics, type DiagnosticsInputs } from './diagnostics.ts';
import type { Updates } from './updates.ts';

interface HelpParts {
  readonly dialog: Pick<Dialog, 'showSaveDialog'>;
  readonly shell: Pick<Shell, 'openPath'>;
  readonly about: () => About;
  readonly logDir: string;
  readonly updates: Pick<Updates, 'status' | 'check' | 'install'>;
  readonly gather: () => Promise<DiagnosticsInputs>;
}

type HelpCall =
  | 'desktop.about'
  | 'desktop.openLogFolder'
  | 'desktop.saveDiagnostics'
  | 'desktop.updates'
  | 'desktop.checkUpdates'
  | 'desktop.installUpdate';

/** What whoever needs help, and whoever gives it, asks of the app. */
export function createHelpHandlers(parts: HelpParts): Pick<DesktopHandlers, HelpCall> {
  const { about, dialog, gather, logDir, shell, updates } = parts;
  return {
    'desktop.about': about,
    'desktop.openLogFolder': async () => {
      const failure = await shell.openPath(logDir);
      if (failure !== '') throw new DeskError('unavailable', 'The system opens no folders.');
      return null;
    },
    'desktop.saveDiagnostics': async () => {
      const { canceled, filePath } = await dialog.showSaveDialog({ defaultPath: 'waypost-diagnostics.txt' });
      if (canceled || filePath === '') return false;
      try {
        saveDiagnostics(filePath, await gather());
      } catch (error) {
        throw new DeskError('unavailable', 'The file could not be written there.', { cause: error });
      }
      return true;
    },
    'desktop.updates': () => updates.status,
    'desktop.checkUpdates': () => updates.check(),
    'desktop.installUpdate': async () => {
      await updates.install();
      return null;
    },
  };
}
