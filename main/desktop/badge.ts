import type { App, BrowserWindow, nativeImage } from 'electron';
import { drawOverlay, overlaySize } from './overlay-icon.ts';
import { countForMe, needsAttention, type DeskState } from './status-line.ts';
import type { TrayIconVariant } from './tray-icon.ts';

const maxShown = 99;

/** The number of tickets that wait for their agent; a dot for those they follow; `!` when nothing moves any more. */
export function badgeText(state: DeskState): string {
  const count = countForMe(state);
  if (count > maxShown) return `${maxShown}+`;
  if (count > 0) return String(count);
  if (isStuck(state)) return '!';
  return state.followed > 0 ? '•' : '';
}

/** Signed out, or cut off from the node until somebody acts. */
function isStuck(state: DeskState): boolean {
  return state.session?.state === 'signed_out' || needsAttention(state);
}

interface BadgeElectron {
  readonly app: Pick<App, 'setBadgeCount' | 'dock'>;
  readonly nativeImage: Pick<typeof nativeImage, 'createFromBitmap'>;
  /** The windows whose buttons in the taskbar carry a mark of their own, which Windows alone has. */
  readonly overlaid: () => readonly Pick<BrowserWindow, 'setOverlayIcon'>[];
}

/** Puts the badge where the system has a place for it: the dock, the launcher, or the taskbar's buttons. */
export function showBadge({ app, nativeImage: images, overlaid }: BadgeElectron, state: DeskState): void {
  const text = badgeText(state);
  if (app.dock === undefined) app.setBadgeCount(countForMe(state));
  else app.dock.setBadge(text);
  const variant = overlayVariant(state);
  const size = { width: overlaySize, height: overlaySize };
  const image = variant === null ? null : images.createFromBitmap(drawOverlay(variant, text), size);
  for (const window of overlaid()) window.setOverlayIcon(image, text);
}

function overlayVariant(state: DeskState): Exclude<TrayIconVariant, 'normal'> | null {
  if (isStuck(state)) return 'attention';
  if (countForMe(state) > 0) return 'unread';
  return state.followed > 0 ? 'followed' : null;
}
