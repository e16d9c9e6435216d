import { beforeAll, expect, it } from 'vitest';
import { addWords } from '../../ui/i18n/language.ts';
import { adminEn } from '../../ui/i18n/words/admin-pack.en.ts';
import { listDetails } from './list-details.ts';

beforeAll(() => addWords({ en: adminEn, ru: () => Promise.resolve({}) }));

it('lays groups open and says names and values in words', () => {
  const metadata = {
    username: 'ada',
    changes: { agent_capacity: 3, department: 'loan', is_available: 0, phone_number: null },
    ids: [1, 2],
  };
  expect(listDetails(metadata)).toEqual([
    { name: 'User name', value: 'ada' },
    { name: 'Capacity', value: '3' },
    { name: 'Department', value: 'Loan' },
    { name: 'Takes new tickets', value: 'No' },
    { name: 'Phone', value: '—' },
    { name: 'ids', value: '1, 2' },
  ]);
});

it('leaves alone what it has no words for', () => {
  expect(listDetails({ status: 'PARKED', colour_of_it: 'green', isActive: true })).toEqual([
    { name: 'Status', value: 'PARKED' },
    { name: 'colour of it', value: 'green' },
    { name: 'Active', value: 'Yes' },
  ]);
});
