import type { DeskErrorData } from '#shared/protocol/errors.ts';
import { words } from './i18n/i18n.ts';

/** Why this computer could not do it, as the end of a sentence; what has no words of its own is told as it came. */
export function failureHere({ kind, message, data }: DeskErrorData): string {
  if (data?.['code'] === 'disk_full') return words('common:here.disk_full');
  return kind === 'internal' || message === '' ? words('common:here.failed') : message;
}
