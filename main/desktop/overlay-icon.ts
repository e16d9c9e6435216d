import { colorByVariant, white, type TrayIconVariant } from './tray-icon.ts';

/** Side of the mark on a taskbar's button, in pixels. */
export const overlaySize = 16;

/** Each row of a sign as bits, the leftmost being the highest of three. */
const rowsBySign: Readonly<Record<string, readonly number[]>> = {
  '1': [2, 6, 2, 2, 7],
  '2': [7, 1, 7, 4, 7],
  '3': [7, 1, 7, 1, 7],
  '4': [5, 5, 7, 1, 1],
  '5': [7, 4, 7, 1, 7],
  '6': [7, 4, 7, 5, 7],
  '7': [7, 1, 1, 2, 2],
  '8': [7, 5, 7, 5, 7],
  '9': [7, 5, 7, 1, 7],
  '!': [2, 2, 2, 0, 2],
  '+': [0, 2, 7, 2, 0],
};
const signWidth = 3;
const signHeight = 5;

/**
 * A dot in the colour of what waits, to lie over the app's icon in the taskbar, as BGRA pixels.
 * @param text of a badge: a number, of which there is room for one digit, `!`, or anything else for the bare dot
 */
export function drawOverlay(variant: Exclude<TrayIconVariant, 'normal'>, text: string): Buffer {
  const pixels = Buffer.alloc(overlaySize * overlaySize * 4);
  const signs = signsOf(text);
  const left = signs.length === 1 ? 5 : 2;
  for (let y = 0; y < overlaySize; y += 1) {
    for (let x = 0; x < overlaySize; x += 1) {
      if (Math.hypot(x - 7.5, y - 7.5) > 8) continue;
      const isInk = signs.some((sign, index) => isSet(sign, x - left - index * 7, y - 3));
      const { blue, green, red } = isInk ? white : colorByVariant[variant];
      pixels.set([blue, green, red, 0xff], (y * overlaySize + x) * 4);
    }
  }
  return pixels;
}

function signsOf(text: string): readonly string[] {
  if (/^\d{2,}/.test(text)) return ['9', '+'];
  return text.length === 1 && text in rowsBySign ? [text] : [];
}

/** Signs are drawn at twice their size, but for the plus, which has to find room beside a digit. */
function isSet(sign: string, x: number, y: number): boolean {
  const scale = sign === '+' ? 1 : 2;
  const [column, row] = [Math.floor(x / scale), Math.floor((y - (scale === 1 ? 3 : 0)) / scale)];
  if (column < 0 || column >= signWidth || row < 0 || row >= signHeight) return false;
  return (((rowsBySign[sign]?.[row] ?? 0) >> (signWidth - 1 - column)) & 1) === 1;
}
