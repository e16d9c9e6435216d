/** Colours by what they stand for, from the tokens: they change with the theme. */
export const seriesColour = {
  accent: 'var(--wp-accent)',
  green: 'var(--wp-green-text)',
  orange: 'var(--wp-orange-text)',
  blue: 'var(--wp-blue-text)',
  violet: 'var(--wp-violet-text)',
  grey: 'var(--wp-text-3)',
} as const;

export interface ChartSeries {
  key: string;
  name: string;
  tone: keyof typeof seriesColour;
  /** Whether what is under the line is tinted: for amounts that stand, such as a backlog. */
  isFilled?: boolean;
}
