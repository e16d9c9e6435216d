import type { ReactNode } from 'react';
import classes from './figure-link.module.css';

/** A figure in a row, which opens what it counts. */
export function FigureLink({ href, title, children }: { href: string; title?: string; children: ReactNode }) {
  return (
    <a className={classes['link']} href={href} title={title}>
      {children}
    </a>
  );
}
