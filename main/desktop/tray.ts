import type { Menu, MenuItemConstructorOptions, NativeImage, nativeImage, Tray } from 'electron';
import { describeStatus, needsAttention, type DeskState } from './status-line.ts';
import { drawTrayIcon, trayIconSize, type TrayIconVariant } from './tray-icon.ts';

export interface TrayActions {
  readonly open: () => void;
  readonly quit: () => void;
}

interface TrayElectron {
  readonly Tray: new (image: NativeImage) => Tray;
  readonly Menu: Pick<typeof Menu, 'buildFromTemplate'>;
  readonly nativeImage: Pick<typeof nativeImage, 'createFromBitmap'>;
}

export function trayIconVariant(state: DeskState): TrayIconVariant {
  if (needsAttention(state)) return 'attention';
  return state.unread > 0 ? 'unread' : 'normal';
}

export function trayTooltip(state: DeskState): string {
  const unread = state.unread > 0 ? `${state.unread} unread · ` : '';
  return `Waypost · ${unread}${describeStatus(state)}`;
}

export function trayMenuTemplate(state: DeskState, actions: TrayActions): MenuItemConstructorOptions[] {
  return [
    { label: describeStatus(state), enabled: false },
    { label: state.unread > 0 ? `Open (${state.unread} unread)` : 'Open', click: actions.open },
    { type: 'separator' },
    { label: 'Quit Waypost', click: actions.quit },
  ];
}

/** The desk in the tray. `show` draws only what changed. */
export function createTray(electron: TrayElectron, state: DeskState, actions: TrayActions) {
  const imageOf = (variant: TrayIconVariant): NativeImage =>
    electron.nativeImage.createFromBitmap(drawTrayIcon(variant), {
      width: trayIconSize,
      height: trayIconSize,
    });
  let shownVariant = trayIconVariant(state);
  let shownTooltip = '';
  const tray = new electron.Tray(imageOf(shownVariant));
  tray.on('click', actions.open);

  function show(next: DeskState): void {
    const variant = trayIconVariant(next);
    if (variant !== shownVariant) tray.setImage(imageOf(variant));
    shownVariant = variant;
    const tooltip = trayTooltip(next);
    if (tooltip === shownTooltip) return;
    shownTooltip = tooltip;
    tray.setToolTip(tooltip);
    tray.setContextMenu(electron.Menu.buildFromTemplate(trayMenuTemplate(next, actions)));
  }

  show(state);
  return { show, close: () => tray.destroy() };
}
