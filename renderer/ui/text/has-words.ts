/** Whether each word of `wanted` is somewhere in `text`, whatever its case. */
export function hasWords(text: string, wanted: string): boolean {
  const known = text.toLowerCase();
  return wanted
    .toLowerCase()
    .split(/\s+/)
    .every((word) => known.includes(word));
}
