export type TrayIconVariant = 'normal' | 'followed' | 'unread' | 'attention';

/** Side of the drawn icon, in pixels. */
export const trayIconSize = 32;

interface Color {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
}

const ground: Color = { red: 0x42, green: 0x63, blue: 0xeb };
export const white: Color = { red: 0xff, green: 0xff, blue: 0xff };
/** Of the dot that says what waits. */
export const colorByVariant: Readonly<Record<Exclude<TrayIconVariant, 'normal'>, Color>> = {
  followed: { red: 0x74, green: 0xc0, blue: 0xfc },
  unread: { red: 0xf5, green: 0x9f, blue: 0x00 },
  attention: { red: 0xe0, green: 0x31, blue: 0x31 },
};

/** Draws the tray's icon as BGRA pixels, which every system's tray takes: a waypost, and a dot when something waits. */
export function drawTrayIcon(variant: TrayIconVariant): Buffer {
  const pixels = Buffer.alloc(trayIconSize * trayIconSize * 4);
  const dot = variant === 'normal' ? null : colorByVariant[variant];
  for (let y = 0; y < trayIconSize; y += 1) {
    for (let x = 0; x < trayIconSize; x += 1) {
      const color = dot !== null && isInDot(x, y) ? dot : colorAt(x, y);
      if (color !== null) pixels.set([color.blue, color.green, color.red, 0xff], (y * trayIconSize + x) * 4);
    }
  }
  return pixels;
}

function isInDot(x: number, y: number): boolean {
  return Math.hypot(x - 25, y - 7) <= 6.5;
}

/** A round sign with a post and two arms that point either way. */
function colorAt(x: number, y: number): Color | null {
  if (Math.hypot(x - 15.5, y - 15.5) > 15.5) return null;
  const isPost = x >= 14 && x <= 17 && y >= 6 && y <= 26;
  const isRightArm = y >= 8 && y <= 12 && x >= 14 && x <= 25 - Math.abs(y - 10);
  const isLeftArm = y >= 15 && y <= 19 && x <= 17 && x >= 6 + Math.abs(y - 17);
  return isPost || isRightArm || isLeftArm ? white : ground;
}
