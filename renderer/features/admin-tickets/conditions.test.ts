import { expect, it } from 'vitest';
import { addWords } from '../../ui/i18n/language.ts';
import { adminEn } from '../../ui/i18n/words/admin-pack.en.ts';
import { describeConditions } from './describe-conditions.ts';
import { readConditions } from './read-conditions.ts';

it('reads the conditions of an address and leaves out what is none', () => {
  const params = {
    figure: 'created',
    created_from: '5',
    assignee_id: '0',
    category: 'loan',
    source: 'fax',
    rating: '9',
  };
  expect(readConditions(params)).toEqual({ created_from: 5, assignee_id: 0, category: 'loan' });
});

it('says them one by one', async () => {
  await addWords({ en: adminEn, ru: () => Promise.resolve({}) });
  const people = [{ id: 7, full_name: 'Ada Quill' }];
  const from = new Date(2026, 0, 2, 3, 4).getTime();
  const texts = describeConditions(
    {
      created_from: from,
      assignee_id: 7,
      is_open: 'yes',
      response: 'missed',
      response_ms_from: 3_600_000,
      rating: 5,
    },
    people,
  );
  expect(texts).toEqual([
    'Created since 2 Jan 2026, 03:04',
    'Open',
    'Ada Quill',
    'First response too late',
    'First response took at least 1h 00m',
    'Rated 5 stars',
  ]);
  expect(describeConditions({ assignee_id: 0 }, people)).toEqual(['Nobody']);
});
