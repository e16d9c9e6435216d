import type { ReactNode } from 'react';
import classes from './figure-link.module.css';

interface FigureLinkProps {
  href: string;
  title?: string;
  /** What it is called where the figure alone does not say. */
  name?: string;
  children: ReactNode;
}

/** A figure which opens what it counts. */
export function FigureLink({ href, title, name, children }: FigureLinkProps) {
  return (
    <a className={classes['link']} href={href} title={title} aria-label={name}>
      {children}
    </a>
  );
}
