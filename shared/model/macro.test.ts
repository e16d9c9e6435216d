import { expect, test } from 'vitest';
import { macroBodySchema } from './item.ts';
import { fillMacro } from './macro.ts';

const values = { 'customer.name': 'Jane $& Cooper', 'ticket.id': '#12', 'agent.name': 'Ada' };

test.each([
  ['Hello {{customer.name}}, {{ agent.name }} here.', 'Hello Jane $& Cooper, Ada here.'],
  ['{{ticket.id}} {{ticket.id}}', '#12 #12'],
  [
    '{{customer.age}} {{}} {customer.name} {{toString}}',
    '{{customer.age}} {{}} {customer.name} {{toString}}',
  ],
])('%s becomes %s', (text, filled) => {
  expect(fillMacro(text, values)).toBe(filled);
});

test.each([
  { text: 'Hi' },
  { assignee_id: null },
  { assignee_id: 'me', is_note: true },
  { add_tags: ['vip'] },
])('%j is a macro', (body) => {
  expect(macroBodySchema.safeParse(body).success).toBe(true);
});

test.each([{}, { is_note: true }, { text: 'Hi', surprise: 1 }, { status: 'asleep' }, { assignee_id: 'you' }])(
  '%j is none',
  (body) => {
    expect(macroBodySchema.safeParse(body).success).toBe(false);
  },
);
