import classes from './avatar.module.css';

/** `Jane Cooper` → `JC`; an address or a number gives its first sign. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters
    .map((word) => String.fromCodePoint(word?.codePointAt(0) ?? 32))
    .join('')
    .trim()
    .toUpperCase();
}

/** One of eight grounds, always the same for a name. */
export function toneOf(name: string): number {
  let sum = 0;
  for (const sign of name) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 997;
  return sum % 8;
}

/** A person's initials; the name itself stands beside it, or is given by whoever uses it. */
export function Avatar({ name, size = 24 }: { name: string; size?: number }) {
  return (
    <span
      aria-hidden
      className={classes['avatar']}
      data-tone={toneOf(name)}
      style={{ width: size, height: size, fontSize: Math.max(9, Math.round(size * 0.4)) }}
    >
      {initialsOf(name) || '?'}
    </span>
  );
}
