import { isMac } from './platform.ts';
import classes from './keys.module.css';

const macSigns: Record<string, string> = { Ctrl: '⌘', Alt: '⌥', Shift: '⇧', Enter: '↵' };
const otherSigns: Record<string, string> = { Enter: '↵' };

/** The signs of a combination: `Ctrl+Enter`, or `G M` for two strokes. A plus may be a key of its own. */
function keysOf(combination: string): string[] {
  return combination.split(' ').flatMap((stroke) => stroke.split(/\+(?=.)/));
}

/** Keys to press, as small caps. Ctrl stands for Command on a Mac. */
export function Keys({ combination }: { combination: string }) {
  const signs = isMac ? macSigns : otherSigns;
  return (
    <span className={classes['keys']} aria-hidden>
      {keysOf(combination).map((key, index) => (
        <kbd key={index} className={classes['key']}>
          {signs[key] ?? key}
        </kbd>
      ))}
    </span>
  );
}
