import type { WindowBounds } from '../desktop/settings.ts';

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const minimumSize = { width: 480, height: 480 } as const;
/** So much of a remembered window must lie on a screen for it to come back there, in pixels. */
const reachable = 80;

/** Where to open: as remembered where that is still on a screen, otherwise centred by the system. */
export function chooseBounds(
  remembered: WindowBounds | null,
  workAreas: readonly Area[],
  defaultSize: { readonly width: number; readonly height: number },
): Partial<Area> & { width: number; height: number } {
  if (remembered === null) return defaultSize;
  const area = workAreas.find((candidate) => isReachable(remembered, candidate));
  const size = {
    width: Math.max(minimumSize.width, Math.min(remembered.width, area?.width ?? defaultSize.width)),
    height: Math.max(minimumSize.height, Math.min(remembered.height, area?.height ?? defaultSize.height)),
  };
  return area === undefined ? size : { x: remembered.x, y: remembered.y, ...size };
}

/** The title bar, where one takes hold of a window, has to be there. */
function isReachable(window: Area, area: Area): boolean {
  const visibleWidth = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  return visibleWidth >= reachable && window.y >= area.y && window.y <= area.y + area.height - reachable;
}
