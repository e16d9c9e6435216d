/** Whether a version comes after another one (semver.org, section 11); a pre-release comes before its release. */
export function isNewer(version: string, than: string): boolean {
  const [found, present] = [parse(version), parse(than)];
  if (found === null || present === null) return false;
  for (const [index, part] of found.numbers.entries()) {
    const other = present.numbers[index] ?? 0;
    if (part !== other) return part > other;
  }
  return found.isRelease && !present.isRelease;
}

function parse(version: string): { numbers: number[]; isRelease: boolean } | null {
  const match = /^v?(\d{1,9})\.(\d{1,9})\.(\d{1,9})(-[\w.-]+)?(?:\+[\w.-]+)?$/.exec(version);
  if (match === null) return null;
  return { numbers: match.slice(1, 4).map(Number), isRelease: match[4] === undefined };
}
