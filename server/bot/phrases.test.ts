import { expect, test } from 'vitest';
import { readConsent, readIntent } from './phrases.ts';

test.each([
  ['Can I speak to a person?', 'person'],
  ['connect me with a human agent', 'person'],
  ['agent', 'person'],
  ['Human please!', 'person'],
  ['let me talk to someone from support', 'person'],
  ['escalate this please', 'person'],
  ['I need a real person', 'person'],
  ['please create a ticket', 'person'],
  ['Hello there!', 'greeting'],
  ['thank you very much', 'thanks'],
  ['Which browser agent string do you support?', 'question'],
  ['How do I add a person to my team?', 'question'],
  ['How do I hand in the laptop of a colleague?', 'question'],
  ['I need the support phone number', 'question'],
  ['Can I connect my phone to the operator network?', 'question'],
  ['hi, my password is gone', 'question'],
  ['/start', 'greeting'],
  ['Позовите оператора, пожалуйста', 'person'],
  ['хочу поговорить с человеком', 'person'],
  ['нужен живой оператор', 'person'],
  ['Оператор!', 'person'],
  ['Здравствуйте!', 'greeting'],
  ['Большое спасибо', 'thanks'],
  ['Какой у вас оператор связи?', 'question'],
  ['Сколько человек работает в отделе?', 'question'],
])('%j is a wish for %s', (text, intent) => {
  expect(readIntent(text)).toBe(intent);
});

test.each([
  ['yes', 'yes'],
  ['Yes please!', 'yes'],
  ['ok', 'yes'],
  ['да', 'yes'],
  ['Да, пожалуйста', 'yes'],
  ['no', 'no'],
  ['No, thank you.', 'no'],
  ['нет', 'no'],
  ['yes it does, but why?', null],
  ['Nothing works', null],
  ['данные пропали', null],
])('%j consents: %s', (text, consent) => {
  expect(readConsent(text)).toBe(consent);
});
