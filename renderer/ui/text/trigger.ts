/** What a text that is being written asks for: `/refund`, `??card limit`, `@noor`. */
export interface Trigger {
  kind: 'macro' | 'faq' | 'person';
  /** What was typed behind the sign. */
  wanted: string;
  /** The place of the whole in the text, to be replaced by what is chosen. */
  start: number;
  end: number;
}

/** Signs begin a line or follow a space: `and/or` and `a@b.example` ask for nothing. */
const patterns: readonly (readonly [kind: Trigger['kind'], pattern: RegExp])[] = [
  ['faq', /(?:^|\s)\?\?([^\n?]{0,60})$/u],
  ['macro', /(?:^|\s)\/([^\n\s/]{0,40})$/u],
  ['person', /(?:^|\s)@([^\n\s@]{0,40})$/u],
];

/** What the text before the caret asks for; null when it asks for nothing. */
export function triggerAt(text: string, caret: number): Trigger | null {
  const before = text.slice(0, caret);
  for (const [kind, pattern] of patterns) {
    const match = pattern.exec(before);
    if (match === null) continue;
    const wanted = match[1] ?? '';
    const sign = kind === 'faq' ? 2 : 1;
    return { kind, wanted, start: caret - wanted.length - sign, end: caret };
  }
  return null;
}

/** The text with what was chosen in place of what asked for it, and where the caret goes. */
export function withChosen(
  text: string,
  { start, end }: Pick<Trigger, 'start' | 'end'>,
  chosen: string,
): { text: string; caret: number } {
  const rest = text.slice(end);
  const spaced = chosen === '' || /^[\s,.;:!?)]/.test(rest) || chosen.endsWith('\n') ? chosen : `${chosen} `;
  return { text: text.slice(0, start) + spaced + rest, caret: start + spaced.length };
}
