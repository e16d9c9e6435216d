/** The moment (ms UTC) that a date of the public API stands for: it is UTC, mostly without saying so. */
export function v1Time(text: string): number {
  return Date.parse(/(?:Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}Z`);
}
