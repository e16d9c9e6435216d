import { currentLocale } from '../../ui/i18n/language.ts';

/** `+12%`: how much more or less it is now; null when there was nothing to compare with. */
export function changeBetween(before: number, now: number): string | null {
  if (before === 0) return null;
  const format = new Intl.NumberFormat(currentLocale(), {
    style: 'percent',
    maximumFractionDigits: 0,
    signDisplay: 'exceptZero',
  });
  return format.format(now / before - 1);
}
