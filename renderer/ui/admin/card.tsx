import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './card.module.css';
import { Frame } from './frame.tsx';
import { Formula } from './formula.tsx';

interface CardProps {
  title: string;
  icon?: Icon;
  /** How its figures are counted. */
  formula?: string;
  /** At the end of its head. */
  aside?: ReactNode;
  children: ReactNode;
}

/** A part of a page in a frame of its own. */
export function Card({ title, icon: Glyph, formula, aside, children }: CardProps) {
  return (
    <Frame as="section" className={classes['card']} aria-label={title}>
      <header className={classes['head']}>
        {Glyph === undefined ? null : <Glyph aria-hidden size={20} stroke={1.75} />}
        <h2>{title}</h2>
        {formula === undefined ? null : <Formula name={title} text={formula} />}
        {aside === undefined ? null : <span className={classes['aside']}>{aside}</span>}
      </header>
      {children}
    </Frame>
  );
}

/** Cards side by side, as many as fit. */
export function Cards({ children }: { children: ReactNode }) {
  return <div className={classes['cards']}>{children}</div>;
}
