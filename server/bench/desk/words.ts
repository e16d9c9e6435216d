import type { Dice } from './random.ts';

const subjects = [
  'Refund has not arrived',
  'Cannot sign in since the update',
  'Invoice shows the wrong amount',
  'Payment was taken twice',
  'How do I change my delivery address?',
  'The app closes when I upload a photo',
  'Loan application has been pending for a week',
  'Please delete my account',
  'Error 502 on the checkout page',
  'Card was declined although it is valid',
];

const sentences = [
  'I have tried it on two devices and the result is the same.',
  'The order was placed last Tuesday and was confirmed by mail.',
  'Could you please look into this today, we depend on it for our payroll.',
  'I already wrote about this twice and have not heard back.',
  'The bank says that the money was returned to you on Monday.',
  'A screenshot of the message is attached.',
  'It worked until the end of last month and nothing was changed on our side.',
  'Thank you for the quick answer!',
  'We have found the transaction and asked the payment provider to release it.',
  'Please sign out, clear the cache and sign in again; the new limit should then be shown.',
  'My colleague from the technical team will take over from here.',
  'The amount will be on your account within three to five working days.',
];

export const draftSubject = (dice: Dice): string =>
  `${dice.pick(subjects)} (${dice.between(10_000, 99_999)})`;

export function draftText(dice: Dice, sentenceCount: number): string {
  return Array.from({ length: sentenceCount }, () => dice.pick(sentences)).join(' ');
}

const firstNames = ['Robin', 'Amara', 'Jonas', 'Mei', 'Priya', 'Luis', 'Fatima', 'Oleg', 'Chiara', 'Sven'];
const lastNames = [
  'Hale',
  'Okafor',
  'Lindqvist',
  'Chen',
  'Raman',
  'Ortega',
  'Haddad',
  'Petrov',
  'Bianchi',
  'Krause',
];

export const draftName = (dice: Dice): string => `${dice.pick(firstNames)} ${dice.pick(lastNames)}`;
