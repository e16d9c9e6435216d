import type { ReactNode } from 'react';
import classes from './row-name.module.css';

interface TwoLinesProps {
  /** What is said under it, smaller. */
  second?: ReactNode;
  children: ReactNode;
}

function Second({ children }: { children: ReactNode }) {
  const isNothing = children === undefined || children === null || children === '';
  return isNothing ? null : <span className={classes['second']}>{children}</span>;
}

/** A cell of two lines. */
export function TwoLines({ second, children }: TwoLinesProps) {
  return (
    <span className={classes['lines']}>
      {children}
      <Second>{second}</Second>
    </span>
  );
}

/** The name of a row that opens it; what is too long for a line is cut. */
export function OpenRow({
  second,
  title,
  onOpen,
  children,
}: TwoLinesProps & { title?: string; onOpen: () => void }) {
  return (
    <button type="button" className={classes['open']} title={title} onClick={onOpen}>
      {children}
      <Second>{second}</Second>
    </button>
  );
}
