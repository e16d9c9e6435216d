import { Button } from '@mantine/core';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { useEffect, useRef, type ReactNode } from 'react';
import classes from './page.module.css';

interface PageProps {
  title: string;
  /** One sentence on what the page is for. */
  description?: string;
  /** Buttons at the end of the header. */
  actions?: ReactNode;
  /** Filters or tabs, in a row of their own that stays while the page scrolls. */
  toolbar?: ReactNode;
  children: ReactNode;
}

/** A page of the admin area: what it is, what can be done, and its content. */
export function Page({ title, description, actions, toolbar, children }: PageProps) {
  return (
    <div className={classes['page']}>
      <header className={classes['header']}>
        <div className={classes['titles']}>
          <h1 className={classes['title']}>{title}</h1>
          {description === undefined ? null : <p className={classes['description']}>{description}</p>}
        </div>
        {actions === undefined ? null : <div className={classes['actions']}>{actions}</div>}
      </header>
      {toolbar === undefined ? null : <div className={classes['toolbar']}>{toolbar}</div>}
      <div className={classes['content']}>{children}</div>
    </div>
  );
}

/** Begins a new one of what the page shows. */
export function NewButton({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <Button size="sm" leftSection={<IconPlus aria-hidden size={15} stroke={2} />} onClick={onClick}>
      {children}
    </Button>
  );
}

/** A part of a page under a heading of its own. */
export function Section({
  title,
  actions,
  askedBy = null,
  children,
}: {
  title: string;
  actions?: ReactNode;
  /** What asked for this part, when something did: it comes into sight then. */
  askedBy?: object | null;
  children: ReactNode;
}) {
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (askedBy !== null) section.current?.scrollIntoView({ block: 'start' });
  }, [askedBy]);
  return (
    <section ref={section} className={classes['section']} aria-label={title}>
      <div className={classes['sectionHead']}>
        <h2 className={classes['sectionTitle']}>{title}</h2>
        {actions === undefined ? null : <div className={classes['actions']}>{actions}</div>}
      </div>
      {children}
    </section>
  );
}
