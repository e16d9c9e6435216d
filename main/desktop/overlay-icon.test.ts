import { expect, it } from 'vitest';
import { drawOverlay, overlaySize } from './overlay-icon.ts';

/** The picture in letters: `#` for what is white. */
function picture(text: string): string {
  const pixels = drawOverlay('unread', text);
  const isWhite = (index: number): boolean => pixels.readUIntLE(index * 4, 3) === 0xff_ff_ff;
  return Array.from({ length: overlaySize }, (_row, y) =>
    Array.from({ length: overlaySize }, (_column, x) => (isWhite(y * overlaySize + x) ? '#' : '.')).join(''),
  )
    .filter((row) => row.includes('#'))
    .join('\n');
}

it('draws a digit, and says that there are more than fit', () => {
  expect(picture('4')).toBe(
    ['##..##', '##..##', '##..##', '##..##', '######', '######', '....##', '....##', '....##', '....##']
      .map((row) => `.....${row}.....`)
      .join('\n'),
  );
  expect(picture('12')).toBe(picture('99+'));
  expect(picture('12')).toContain('######..#');
  expect(new Set(['1', '2', '3', '4', '5', '6', '7', '8', '9', '12', '!'].map(picture)).size).toBe(11);
});

it('leaves the dot bare for what has no number', () => {
  expect(picture('•')).toBe('');
  expect(drawOverlay('followed', '•').readUInt32LE(0)).toBe(0);
  expect(drawOverlay('followed', '•').equals(drawOverlay('attention', '•'))).toBe(false);
});
