import type { ReactNode } from 'react';
import { Logo } from './logo.tsx';
import classes from './welcome.module.css';

interface WelcomeProps {
  title: string;
  text: string;
  isWide?: boolean;
  children: ReactNode;
}

/** A screen before the desk: who we are, and what is asked. */
export function Welcome({ title, text, isWide = false, children }: WelcomeProps) {
  return (
    <main className={classes['screen']}>
      <div className={classes['card']} data-wide={isWide || undefined}>
        <div className={classes['brand']}>
          <Logo size={34} />
          <h1 className={classes['title']}>{title}</h1>
          <p className={classes['text']}>{text}</p>
        </div>
        {children}
      </div>
    </main>
  );
}
