import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import classes from './pane-divider.module.css';

/** How far an arrow key moves it, px. */
const stepPx = 16;

interface PaneDividerProps {
  label: string;
  /** The pane that it belongs to stands before it in reading order, or after it. */
  side: 'before' | 'after';
  min: number;
  max: number;
  /** What was chosen, px; undefined while the pane follows the window. */
  width: number | undefined;
  /** What the pane measures now, px. */
  measure: () => number;
  onResize: (width: number) => void;
  /** Back to what the window's width suggests. */
  onReset: () => void;
}

const isRightToLeft = (): boolean => document.documentElement.dir === 'rtl';

/** What the pane measures, for those who cannot see it. */
function useWidth(measure: () => number, width: number | undefined, min: number): number {
  const [measured, setMeasured] = useState(width ?? min);
  useEffect(() => {
    const update = () => setMeasured(measure());
    update();
    window.addEventListener('resize', update);
    return () => window.removeEventListener('resize', update);
  }, [measure, width]);
  return measured;
}

/** The line between two panes: dragged, or moved by the arrow keys; a double click brings the usual width back. */
export function PaneDivider(props: PaneDividerProps) {
  const { label, side, min, max, width, measure, onResize, onReset } = props;
  const now = useWidth(measure, width, min);
  const drag = useRef<{ x: number; width: number } | null>(null);
  const sign = side === 'before' ? 1 : -1;

  function resizeBy(from: number, movedPx: number): void {
    const forwardPx = isRightToLeft() ? -movedPx : movedPx;
    onResize(Math.round(Math.min(max, Math.max(min, from + forwardPx * sign))));
  }

  function onPointerDown(event: PointerEvent<HTMLDivElement>): void {
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, width: measure() };
  }

  function onPointerMove(event: PointerEvent): void {
    if (drag.current !== null) resizeBy(drag.current.width, event.clientX - drag.current.x);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowLeft: -stepPx, ArrowRight: stepPx }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    resizeBy(measure(), step);
  }

  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuemin={min}
      aria-valuemax={max}
      aria-valuenow={Math.min(max, Math.max(min, now))}
      tabIndex={0}
      className={classes['divider']}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        drag.current = null;
      }}
      onDoubleClick={onReset}
      onKeyDown={onKeyDown}
    />
  );
}
