import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from 'electron';

export interface LoginStart {
  readonly app: Pick<App, 'isPackaged' | 'setLoginItemSettings'>;
  readonly platform: NodeJS.Platform;
  /** Where Linux desktops look for what they start: `~/.config`. */
  readonly configDir: string;
  /** What to start; of an AppImage the image, whose inside has another path each time. */
  readonly program: string;
}

const startHidden = '--hidden';

/** Has the system start the app in the tray when its user signs in, or no longer. Only an installed app is started. */
export function setStartAtLogin(login: LoginStart, isWanted: boolean): void {
  if (!login.app.isPackaged) return;
  if (login.platform === 'linux') writeAutostart(login, isWanted);
  else login.app.setLoginItemSettings({ openAtLogin: isWanted, args: [startHidden] });
}

/** Linux desktops have no call for it: they read a folder (Desktop Application Autostart Specification). */
function writeAutostart({ configDir, program }: LoginStart, isWanted: boolean): void {
  const dir = join(configDir, 'autostart');
  const path = join(dir, 'waypost.desktop');
  if (!isWanted) {
    rmSync(path, { force: true });
    return;
  }
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const lines = [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Waypost',
    `Exec=${quote(program)} ${startHidden}`,
    'Terminal=false',
  ];
  writeFileSync(path, `${lines.join('\n')}\n`, { mode: 0o600 });
}

/** As the Desktop Entry Specification wants it: in quotes, with what means something inside them marked. */
function quote(path: string): string {
  return `"${path.replaceAll(/["`$\\]/g, '\\$&').replaceAll('%', '%%')}"`;
}
