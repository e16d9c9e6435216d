export const paneNames = ['views', 'list', 'context'] as const;
export type PaneName = (typeof paneNames)[number];

/** Chosen widths in px; a pane without one follows the window. */
export type PaneWidths = Readonly<Partial<Record<PaneName, number>>>;

/** What a pane can be drawn to, px. Views narrower than a word show their icons alone. */
export const paneLimits: Readonly<Record<PaneName, { min: number; max: number }>> = {
  views: { min: 64, max: 280 },
  list: { min: 280, max: 560 },
  context: { min: 260, max: 460 },
};

/** Reads widths that were kept as JSON; whatever is not one is left out. */
export function parseWidths(text: string | null): PaneWidths {
  try {
    const kept: unknown = JSON.parse(text ?? '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    return Object.fromEntries(
      paneNames.flatMap((name) => {
        const width: unknown = (kept as Record<string, unknown>)[name];
        const { min, max } = paneLimits[name];
        return typeof width === 'number' && width >= min && width <= max ? [[name, width]] : [];
      }),
    );
  } catch {
    return {};
  }
}
