import type { RandomBytes } from '#shared/model/clock.ts';

/** Letters and digits that nobody mistakes for each other; 32 of them, so that five bits choose one. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** A code that people read to each other, like "TKT2K9F3" (admin-dashboard document). Random, not yet known to be free. */
export function draftTicketCode(random: RandomBytes): string {
  const letters = Array.from(random(5), (byte) => alphabet[byte % alphabet.length]);
  return `TKT${letters.join('')}`;
}

/** "TKT-2024-001": the year of creation and a number counted within it (admin-tickets document). */
export function formatTicketNumber(year: number, count: number): string {
  return `TKT-${year}-${String(count).padStart(3, '0')}`;
}
