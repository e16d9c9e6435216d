import type { ReactNode } from 'react';
import classes from './tag.module.css';

export type Tone = 'grey' | 'green' | 'amber' | 'red' | 'blue' | 'violet';

/** A state in a word, with a ground of its own colour. */
export function Tag({ tone = 'grey', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={classes['tag']} data-tone={tone}>
      {children}
    </span>
  );
}
