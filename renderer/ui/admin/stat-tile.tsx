import type { ReactNode } from 'react';
import { FigureLink } from './figure-link.tsx';
import { Frame } from './frame.tsx';
import { Formula } from './formula.tsx';
import classes from './stat-tile.module.css';

interface StatTileProps {
  name: string;
  value: string;
  /** A second line: what the figure is compared with, or what it consists of. */
  detail?: ReactNode;
  formula?: string;
  /** The address of the rows behind the figure. */
  href?: string;
  tone?: 'plain' | 'good' | 'warning' | 'bad';
}

/** One figure with its name, which opens what is behind it. */
export function StatTile({ name, value, detail, formula, href, tone = 'plain' }: StatTileProps) {
  return (
    <Frame className={classes['tile']} data-tone={tone}>
      <div className={classes['head']}>
        <span className={classes['name']}>{name}</span>
        {formula === undefined ? null : <Formula name={name} text={formula} />}
      </div>
      <span className={classes['value']}>
        {href === undefined ? (
          value
        ) : (
          <FigureLink href={href} name={`${name}: ${value}`}>
            {value}
          </FigureLink>
        )}
      </span>
      {detail === undefined ? null : <span className={classes['detail']}>{detail}</span>}
    </Frame>
  );
}

/** Tiles side by side, as many as fit. */
export function StatTiles({ children }: { children: ReactNode }) {
  return <div className={classes['tiles']}>{children}</div>;
}
