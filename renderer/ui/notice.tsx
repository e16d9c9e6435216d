import type { ReactNode } from 'react';
import classes from './notice.module.css';

interface NoticeProps {
  tone: 'bad' | 'warning' | 'info';
  /** Whether it is said at once (`alert`) or when there is a pause. */
  role: 'alert' | 'status';
  children: ReactNode;
}

/** A line on a ground of its own colour: what went wrong, or wants a look. */
export function Notice({ tone, role, children }: NoticeProps) {
  return (
    <p className={classes['notice']} data-tone={tone} role={role}>
      {children}
    </p>
  );
}
