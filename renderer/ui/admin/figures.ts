import { currentLocale } from '../i18n/language.ts';

/** `12,345`, as the reader's language writes it. */
export function figure(value: number, digits = 0): string {
  return new Intl.NumberFormat(currentLocale(), { maximumFractionDigits: digits }).format(value);
}

/** `87%` of a share between 0 and 1. */
export function share(value: number): string {
  return new Intl.NumberFormat(currentLocale(), { style: 'percent', maximumFractionDigits: 0 }).format(value);
}
