import type { App } from 'electron';
import { needsAttention, type DeskState } from './status-line.ts';

const maxShown = 99;

/** The number of tickets that wait for their agent; `!` when the desk itself does. */
export function badgeText(state: DeskState): string {
  if (state.unread > maxShown) return `${maxShown}+`;
  if (state.unread > 0) return String(state.unread);
  return needsAttention(state) ? '!' : '';
}

export function showBadge(app: Pick<App, 'setBadgeCount' | 'dock'>, state: DeskState): void {
  if (app.dock === undefined) app.setBadgeCount(state.unread);
  else app.dock.setBadge(badgeText(state));
}
