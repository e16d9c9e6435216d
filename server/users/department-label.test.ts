import { expect, test } from 'vitest';
import { columnsOfLabel, departmentOfLabel, shownLabel } from './department-label.ts';

test.each([
  ['Technical Support', 'technical'],
  ['Billing', 'payment'],
  ['Payments EU', 'payment'],
  ['Loans', 'loan'],
  ['KYC', 'account'],
  ['Marketing', 'general'],
])('%s is of %s', (label, department) => {
  expect(departmentOfLabel(label)).toBe(department);
});

const agent = { role: 'agent', department: 'technical', department_label: null } as const;

test('an agent without a label is called by the department, and that written back changes nothing', () => {
  expect(shownLabel(agent)).toBe('Technical');
  expect(columnsOfLabel(agent, 'Technical')).toEqual({});
});

test('a department once chosen stays unless exactly one of the five is written', () => {
  expect(columnsOfLabel(agent, 'Billing')).toEqual({ department_label: 'Billing' });
  expect(columnsOfLabel(agent, 'PAYMENT')).toEqual({ department_label: 'PAYMENT', department: 'payment' });
  expect(columnsOfLabel({ ...agent, department: null }, 'Billing')).toEqual({
    department_label: 'Billing',
    department: 'payment',
  });
  expect(columnsOfLabel({ ...agent, role: 'admin' }, 'payment')).toEqual({ department_label: 'payment' });
});
