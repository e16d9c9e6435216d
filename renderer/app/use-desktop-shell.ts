import { useEffect } from 'react';
import { desktopLanguages } from '#shared/protocol/desktop-menu.ts';
import type { ConsoleBridge } from '#shared/protocol/ipc.ts';
import { findCommand } from '../features/shortcuts/commands.ts';
import { menuCommands } from '../features/shortcuts/menu-commands.ts';
import { commandIds } from '../store/keymap.ts';
import { navigate } from '../store/navigate.ts';
import { useConsole, useConsoleStore } from '../store/store-context.tsx';
import { useLanguage } from '../ui/i18n/use-language.ts';

/** Has the desktop app's menu show what this window can do, and does what is chosen there. */
export function useDesktopShell(desktop: ConsoleBridge['desktop']): void {
  const store = useConsoleStore();
  const keymap = useConsole((state) => state.keymap);
  const { language: spoken } = useLanguage();
  const language = desktopLanguages.find((known) => known === spoken) ?? 'en';
  useEffect(() => {
    void desktop?.call('desktop.setMenu', { language, commands: menuCommands(keymap) });
  }, [desktop, keymap, language]);
  useEffect(
    () =>
      desktop?.on('command', ({ id: wanted }) => {
        const id = commandIds.find((known) => known === wanted);
        const command = id === undefined ? null : findCommand(id);
        command?.run({
          state: store.getState(),
          go: (view, ticketUid) => navigate(store, { view, ticketUid }),
        });
      }),
    [desktop, store],
  );
}
