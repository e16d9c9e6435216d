/** A part of a note; `id` where it calls somebody. */
export interface MentionPart {
  text: string;
  id: number | null;
}

interface Named {
  id: number;
  full_name: string;
}

/** Cuts a text where it calls people by `@` and their name; a longer name goes before a shorter one. */
export function mentionParts(text: string, people: readonly Named[]): MentionPart[] {
  const named = people.filter(({ full_name }) => full_name !== '');
  const longestFirst = named.toSorted((a, b) => b.full_name.length - a.full_name.length);
  const parts: MentionPart[] = [];
  let plainFrom = 0;
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const called = longestFirst.find(({ full_name }) => text.startsWith(full_name, at + 1));
    if (called === undefined) continue;
    if (at > plainFrom) parts.push({ text: text.slice(plainFrom, at), id: null });
    plainFrom = at + 1 + called.full_name.length;
    parts.push({ text: text.slice(at, plainFrom), id: called.id });
    at = plainFrom - 1;
  }
  if (plainFrom < text.length) parts.push({ text: text.slice(plainFrom), id: null });
  return parts;
}

/** The ids of those whom a text calls, each once. */
export function mentionedIn(text: string, people: readonly Named[]): number[] {
  const ids = mentionParts(text, people).flatMap(({ id }) => (id === null ? [] : [id]));
  return [...new Set(ids)];
}
