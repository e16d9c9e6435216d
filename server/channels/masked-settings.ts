import { secretFields, type ChannelName, type SettingsOf } from './channel-settings.ts';

/** Stands for a secret that is set. Sent back as it is, it leaves the secret as it was. */
export const mask = '********';

/** A channel's settings as anybody may see them. */
export type MaskedSettings<Name extends ChannelName> = SettingsOf<Name>;

type Fields = Record<string, unknown>;

export function maskSettings<Name extends ChannelName>(
  name: Name,
  settings: SettingsOf<Name>,
): MaskedSettings<Name> {
  const masked: Fields = { ...settings };
  for (const field of secretFields[name]) if (masked[field] !== null) masked[field] = mask;
  if (name === 'email') masked['url'] = maskPassword(String(masked['url']));
  return masked as MaskedSettings<Name>;
}

/**
 * What an admin wrote, with the secrets put back that they left out or sent back masked. What is missing then is left
 * for the schema to refuse.
 */
export function unmaskInput(name: ChannelName, input: Fields, stored: Fields | null): Fields {
  const whole: Fields = { ...input };
  for (const field of secretFields[name]) {
    if (whole[field] === undefined || whole[field] === mask) whole[field] = stored?.[field];
    if (whole[field] === undefined) delete whole[field];
  }
  if (name === 'email') whole['url'] = unmaskPassword(whole['url'], stored?.['url']);
  return whole;
}

function maskPassword(address: string): string {
  const url = new URL(address);
  if (url.password !== '') url.password = mask;
  return url.href;
}

function unmaskPassword(address: unknown, stored: unknown): unknown {
  if (typeof address !== 'string' || typeof stored !== 'string' || !URL.canParse(address)) return address;
  const url = new URL(address);
  if (url.password !== mask) return address;
  url.password = new URL(stored).password;
  return url.href;
}
