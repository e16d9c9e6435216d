import { expect, it } from 'vitest';
import type { SlaPolicy } from './sla-calls.ts';
import { formOf, rulesOf } from './sla-form.ts';

const day = [{ from: 540, to: 1020 }];
const policy: SlaPolicy = {
  id: 1,
  name: 'Office',
  position: 2,
  is_active: false,
  rules: {
    calendar: {
      time_zone: 'Europe/Berlin',
      week: [day, day, day, day, day, [], []],
      holidays: [{ date: '12-25', name: 'Christmas' }],
    },
    targets: {
      critical: { response_minutes: 15, resolution_minutes: 240 },
      high: { response_minutes: 30, resolution_minutes: 480 },
      medium: { response_minutes: 120, resolution_minutes: null },
      low: { response_minutes: 480, resolution_minutes: null },
    },
    pauses_on: ['waiting_user'],
    categories: ['loan'],
  },
};

it('comes back from the form as it went in', () => {
  const form = formOf(policy, 'UTC');
  expect(rulesOf(form)).toEqual({ rules: policy.rules });
  expect(form).toMatchObject({ name: 'Office', position: '2', isActive: false });
});

it('begins with office hours in the reader’s time zone and the documented promises', () => {
  const read = rulesOf(formOf(null, 'Europe/Lisbon'));
  expect(read).toMatchObject({
    rules: {
      calendar: { time_zone: 'Europe/Lisbon' },
      targets: { high: { response_minutes: 30 } },
      categories: null,
    },
  });
});

it('says what is wrong', () => {
  const form = formOf(policy, 'UTC');
  const problemOf = (changes: Partial<typeof form>) => rulesOf({ ...form, ...changes });
  expect(problemOf({ week: form.week.with(0, 'nine') })).toEqual({ problem: { kind: 'week', text: 'nine' } });
  expect(problemOf({ week: form.week.map(() => '') })).toEqual({ problem: { kind: 'no_work' } });
  expect(problemOf({ holidays: '99-99 Never' })).toEqual({
    problem: { kind: 'holiday', text: '99-99 Never' },
  });
  expect(problemOf({ responses: { ...form.responses, low: '' } })).toEqual({ problem: { kind: 'targets' } });
  expect(problemOf({ resolutions: { ...form.resolutions, high: '5' } })).toEqual({
    problem: { kind: 'targets' },
  });
});
