import type { HTMLAttributes } from 'react';
import classes from './frame.module.css';

interface FrameProps extends HTMLAttributes<HTMLElement> {
  as?: 'div' | 'section' | 'li';
}

/** The ground on which a part of a page stands; `className` lays out what is on it. */
export function Frame({ as: Element = 'div', className = '', ...attributes }: FrameProps) {
  return <Element {...attributes} className={`${classes['frame']} ${className}`} />;
}
