import { expect, it } from 'vitest';
import { parseWidths } from './panes.ts';

it('takes the widths that a pane can have', () => {
  expect(parseWidths('{"list":420,"context":12,"views":"wide","shelf":300}')).toEqual({ list: 420 });
  expect(parseWidths(null)).toEqual({});
  expect(parseWidths('[')).toEqual({});
});
