import { StartRefused } from '../process/start-refused.ts';

/** One setting as it was given, and the name under which it was given, for the message when it is wrong. */
export interface Setting {
  name: string;
  value: string;
}

export const isSet = (value: string | undefined): value is string =>
  value !== undefined && value.trim() !== '';

export function refuse({ name, value }: Setting, mustBe: string): never {
  throw new StartRefused(`${name} must be ${mustBe}; it is "${value}"`);
}
