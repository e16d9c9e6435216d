import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

interface EmptyStateProps {
  icon: Icon;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}

/** What a pane shows when it has nothing to show, and what to do about it. */
export function EmptyState({ icon: StateIcon, title, children, action }: EmptyStateProps) {
  return (
    <div className={classes['root']} role="status">
      <StateIcon aria-hidden size={28} stroke={1.5} className={classes['icon']} />
      <p className={classes['title']}>{title}</p>
      {children === undefined ? null : <p className={classes['text']}>{children}</p>}
      {action}
    </div>
  );
}
