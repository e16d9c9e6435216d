import { isMac } from './platform.ts';
import classes from './keys.module.css';

const macSigns: Record<string, string> = { Ctrl: '⌘', Enter: '↵' };
const otherSigns: Record<string, string> = { Enter: '↵' };

/** Keys to press, as small caps: `Ctrl+Enter`. Ctrl stands for Command on a Mac. */
export function Keys({ combination }: { combination: string }) {
  const signs = isMac ? macSigns : otherSigns;
  return (
    <span className={classes['keys']} aria-hidden>
      {combination.split('+').map((key) => (
        <kbd key={key} className={classes['key']}>
          {signs[key] ?? key}
        </kbd>
      ))}
    </span>
  );
}
