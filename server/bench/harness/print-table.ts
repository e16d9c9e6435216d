import { summariseFigure, type Figure } from './figure.ts';

const heads = ['', 'figure', 'median', 'spread', 'limit', '× limit', 'goal'] as const;

/** Three digits that mean something; rates without fractions. */
function formatNumber(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en-US');
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

function cellsOf(figure: Figure): string[] {
  const { median, lowest, highest, timesLimit, isReached } = summariseFigure(figure);
  const { row, metric, unit, limit, goal } = figure;
  const goalCell = goal === undefined ? '' : `${formatNumber(goal)} ${isReached === true ? '✓' : '✗'}`;
  return [
    row,
    metric,
    `${formatNumber(median)} ${unit}`,
    `${formatNumber(lowest)}–${formatNumber(highest)}`,
    limit === undefined ? '' : `${formatNumber(limit.value)} (${limit.name})`,
    timesLimit === null ? '' : formatNumber(timesLimit),
    goalCell,
  ];
}

/** One line per figure, in columns; the row's name stands on its first line alone. */
export function formatTable(figures: readonly Figure[]): string {
  const lines = figures.map((figure, index) => {
    const [row = '', ...cells] = cellsOf(figure);
    return [figures[index - 1]?.row === row ? '' : row, ...cells];
  });
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...lines.map((line) => line[column]?.length ?? 0)),
  );
  const format = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [format(heads), ...lines.map(format)].join('\n');
}
