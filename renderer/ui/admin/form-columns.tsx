import type { CSSProperties, ReactNode } from 'react';
import classes from './form-columns.module.css';

/** Fields on one side, and on the other what they come to. */
export function FormColumns({ side, children }: { side: ReactNode; children: ReactNode }) {
  return (
    <div className={classes['columns']}>
      <div className={classes['fields']}>{children}</div>
      <div className={classes['side']}>{side}</div>
    </div>
  );
}

/** Fields side by side, as wide as `shares` says. */
export function FieldRow({ shares = [1, 1], children }: { shares?: readonly number[]; children: ReactNode }) {
  const gridTemplateColumns = shares.map((share) => `minmax(0, ${share}fr)`).join(' ');
  const style: CSSProperties = { gridTemplateColumns };
  return (
    <div className={classes['row']} style={style}>
      {children}
    </div>
  );
}

/** How what is being written will look. */
export function Preview({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes['preview']} aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

/** A text as it will be read, in the colours of who says it. */
export function PreviewText({
  from,
  children,
}: {
  from: 'customer' | 'desk' | 'bot' | 'note';
  children: ReactNode;
}) {
  return (
    <p className={classes['said']} data-from={from}>
      {children}
    </p>
  );
}

/** Fields that answer one question together. */
export function FieldGroup({
  title,
  hint,
  isRow = false,
  children,
}: {
  title: string;
  hint?: string;
  /** Side by side, as many as fit, instead of one below the other. */
  isRow?: boolean;
  children: ReactNode;
}) {
  return (
    <fieldset className={classes['group']} data-row={isRow || undefined}>
      <legend>{title}</legend>
      {hint === undefined ? null : <span className={classes['hint']}>{hint}</span>}
      {children}
    </fieldset>
  );
}
