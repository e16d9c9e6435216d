import { describe, expect, it } from 'vitest';
import { en } from '../words/en.ts';
import { ru } from '../words/ru.ts';
import { describeAlert, type Alert } from './alert-text.ts';

const alert = (overrides: Partial<Alert> = {}): Alert => ({
  kind: 'customer_message',
  ticket_uid: 'u1',
  ticket_id: 42,
  subject: 'Printer on fire',
  text: 'It is\n\nstill burning',
  ...overrides,
});
const shown = { showsText: true };

describe('describeAlert', () => {
  it('names the ticket and fits the text', () => {
    expect(describeAlert(alert(), en, shown)).toEqual({
      title: 'New message: #42 Printer on fire',
      body: 'It is still burning',
    });
    expect(describeAlert(alert({ kind: 'assigned', ticket_id: null }), en, shown).title).toBe(
      'Assigned to you: Printer on fire',
    );
    expect(describeAlert(alert({ kind: 'mentioned' }), ru, shown).title).toBe(
      'Вас упомянули: #42 Printer on fire',
    );
    expect(describeAlert(alert({ text: 'x'.repeat(500) }), en, shown).body).toHaveLength(200);
  });

  it('keeps what was written off the screen where that is wanted', () => {
    const hidden = describeAlert(alert(), en, { showsText: false });
    expect(hidden).toEqual({ title: 'New message: #42', body: 'Open Waypost to read it.' });
    expect(describeAlert(alert({ ticket_id: null }), en, { showsText: false }).title).toBe('New message');
  });
});
