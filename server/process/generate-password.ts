import type { RandomBytes } from '#shared/model/clock.ts';
import { findWeakness, strictPasswordRules } from '../auth/password-rules.ts';

/** 56 signs that nobody mistakes for each other: no 0 and O, no 1, l and I. */
const alphabet = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const groups = 4;
const groupLength = 5;

/** A password to be copied once, such as "kT4vB-9hWqe-Zr7mD-pu3Xs": 116 bits, and within the strictest documented rules. */
export function generatePassword(random: RandomBytes): string {
  for (;;) {
    const password = Array.from({ length: groups }, () => drawSigns(random, groupLength)).join('-');
    if (findWeakness(password, strictPasswordRules) === null) return password;
  }
}

/** Bytes that would make some signs likelier than others are thrown away. */
function drawSigns(random: RandomBytes, length: number): string {
  const fairBelow = 256 - (256 % alphabet.length);
  let signs = '';
  while (signs.length < length) {
    const [byte = 255] = random(1);
    if (byte < fairBelow) signs += alphabet.charAt(byte % alphabet.length);
  }
  return signs;
}
