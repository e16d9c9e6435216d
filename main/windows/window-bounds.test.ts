import { describe, expect, it } from 'vitest';
import { chooseBounds } from './window-bounds.ts';

const screen = { x: 0, y: 0, width: 1920, height: 1040 };
const size = { width: 1280, height: 832 };
const at = (x: number, y: number, width = 1000, height = 700) => ({
  x,
  y,
  width,
  height,
  is_maximized: false,
});

describe('chooseBounds', () => {
  it('opens where it was', () => {
    expect(chooseBounds(at(100, 50), [screen], size)).toEqual({ x: 100, y: 50, width: 1000, height: 700 });
    expect(chooseBounds(at(2000, 50), [screen, { ...screen, x: 1920 }], size)).toMatchObject({ x: 2000 });
  });

  it.each([at(2000, 50), at(-990, 50), at(100, -40), at(100, 1000)])(
    'leaves the place to the system when that screen is gone: %j',
    (bounds) => {
      expect(chooseBounds(bounds, [screen], size)).toEqual({ width: 1000, height: 700 });
    },
  );

  it('fits the screen and stays usable', () => {
    expect(chooseBounds(at(0, 0, 5000, 4000), [screen], size)).toMatchObject({ width: 1920, height: 1040 });
    expect(chooseBounds(at(0, 0, 10, 10), [screen], size)).toMatchObject({ width: 480, height: 480 });
    expect(chooseBounds(null, [screen], size)).toEqual({ width: 1280, height: 832 });
  });
});
