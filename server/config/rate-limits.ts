/** How many of what are answered before 429; the time over which they are counted stands beside each. */
export interface RateLimits {
  /** Requests to the it-support document's paths, by address: a minute. */
  readonly requests: number;
  /** Registrations there, by address: an hour. Each costs a hash. */
  readonly registrations: number;
  /** Sign-ins for one name from one address, good or not: a minute. */
  readonly logins: number;
  /** Wrong passwords for one name from one address: a quarter of an hour. */
  readonly failures: number;
  /** Wrong passwords from one address, where a whole office may sit: a quarter of an hour. */
  readonly address_failures: number;
  /** Requests to /api/v1, by token or session: a minute. Null for as many as come. */
  readonly api: number | null;
}

export const defaultRateLimits: RateLimits = Object.freeze({
  requests: 1_200,
  registrations: 300,
  logins: 60,
  failures: 10,
  address_failures: 100,
  api: null,
});

const names = Object.keys(defaultRateLimits) as (keyof RateLimits)[];

export const rateLimitForms = `on, off, or numbers like ${names[0]}=600,${names[3]}=5 (${names.join(', ')})`;

/** "on", "off" (null), or numbers in place of some defaults: "requests=600,failures=5". Undefined for anything else. */
export function parseRateLimits(text: string): RateLimits | null | undefined {
  if (text === 'on') return defaultRateLimits;
  if (text === 'off') return null;
  const limits: Record<string, number | null> = { ...defaultRateLimits };
  for (const part of text.split(',')) {
    const [, name = '', number = ''] = /^\s*([a-z_]+)\s*=\s*([1-9]\d{0,6})\s*$/.exec(part) ?? [];
    if (!names.some((known) => known === name)) return undefined;
    limits[name] = Number(number);
  }
  return Object.freeze(limits as unknown as RateLimits);
}
