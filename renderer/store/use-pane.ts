import { useMemo, useRef, type CSSProperties } from 'react';
import { words } from '../ui/i18n/i18n.ts';
import { paneLimits, type PaneName } from './panes.ts';
import { useConsole, useConsoleStore } from './store-context.tsx';

/** A pane whose width is drawn by its user and remembered: what its element and its edge need. */
export function usePane(name: PaneName, side: 'before' | 'after') {
  const store = useConsoleStore();
  const width = useConsole((state) => state.paneWidths[name]);
  const ref = useRef<HTMLDivElement>(null);
  return useMemo(
    () => ({
      pane: {
        ref,
        style: width === undefined ? undefined : ({ '--pane-width': `${width}px` } as CSSProperties),
      },
      edge: {
        label: words(`desk:edge.${name}`),
        side,
        ...paneLimits[name],
        width,
        measure: () => ref.current?.offsetWidth ?? paneLimits[name].min,
        onResize: (wanted: number) => store.getState().setPaneWidth(name, wanted),
        onReset: () => store.getState().setPaneWidth(name, null),
      },
    }),
    [name, side, store, width],
  );
}
