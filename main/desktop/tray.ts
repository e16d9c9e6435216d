import type { Menu, MenuItemConstructorOptions, NativeImage, nativeImage, Tray } from 'electron';
import type { Words } from '../words/shape.ts';
import { countForMe, describeStatus, needsAttention, type DeskState } from './status-line.ts';
import { drawTrayIcon, trayIconSize, type TrayIconVariant } from './tray-icon.ts';

/** A ticket as a line of the menu. */
export interface RecentTicket {
  readonly uid: string;
  readonly label: string;
}

/** What the menu shows besides the desk's state. */
export interface TrayExtras {
  readonly recent: readonly RecentTicket[];
  /** Whether new tickets are given to this agent; null for those who are given none, or while it is not known. */
  readonly isAvailable: boolean | null;
}

export interface TrayActions {
  readonly open: () => void;
  readonly openTicket: (uid: string) => void;
  readonly setAvailable: (isAvailable: boolean) => void;
  readonly openSettings: () => void;
  readonly quit: () => void;
}

interface TrayElectron {
  readonly Tray: new (image: NativeImage) => Tray;
  readonly Menu: Pick<typeof Menu, 'buildFromTemplate'>;
  readonly nativeImage: Pick<typeof nativeImage, 'createFromBitmap'>;
}

export function trayIconVariant(state: DeskState): TrayIconVariant {
  if (needsAttention(state)) return 'attention';
  if (countForMe(state) > 0) return 'unread';
  return state.followed > 0 ? 'followed' : 'normal';
}

export function trayTooltip(state: DeskState, words: Words): string {
  const count = countForMe(state);
  return ['Waypost', ...(count > 0 ? [words.tray.unread(count)] : []), describeStatus(state, words)].join(
    ' · ',
  );
}

export function trayMenuTemplate(
  state: DeskState,
  { recent, isAvailable }: TrayExtras,
  { tray: words, ...all }: Words,
  actions: TrayActions,
): MenuItemConstructorOptions[] {
  const count = countForMe(state);
  return [
    { label: describeStatus(state, { tray: words, ...all }), enabled: false },
    { label: count > 0 ? words.open_unread(count) : words.open, click: actions.open },
    ...(recent.length === 0
      ? []
      : [
          {
            label: words.recent,
            submenu: recent.map(({ uid, label }) => ({ label, click: () => actions.openTicket(uid) })),
          },
        ]),
    { type: 'separator' },
    ...(isAvailable === null
      ? []
      : [
          {
            label: words.available,
            type: 'checkbox' as const,
            checked: isAvailable,
            click: () => actions.setAvailable(!isAvailable),
          },
        ]),
    { label: words.settings, click: actions.openSettings },
    { type: 'separator' },
    { label: words.quit, click: actions.quit },
  ];
}

/** The desk in the tray. `show` draws only what changed. */
export function createTray(electron: TrayElectron, words: () => Words, actions: TrayActions) {
  const imageOf = (variant: TrayIconVariant): NativeImage =>
    electron.nativeImage.createFromBitmap(drawTrayIcon(variant), {
      width: trayIconSize,
      height: trayIconSize,
    });
  let shownVariant: TrayIconVariant = 'normal';
  let shownText = '';
  const tray = new electron.Tray(imageOf(shownVariant));
  tray.on('click', actions.open);

  function show(state: DeskState, extras: TrayExtras): void {
    const variant = trayIconVariant(state);
    if (variant !== shownVariant) tray.setImage(imageOf(variant));
    shownVariant = variant;
    const tooltip = trayTooltip(state, words());
    const text = JSON.stringify([tooltip, extras]);
    if (text === shownText) return;
    shownText = text;
    tray.setToolTip(tooltip);
    tray.setContextMenu(electron.Menu.buildFromTemplate(trayMenuTemplate(state, extras, words(), actions)));
  }

  return { show };
}
