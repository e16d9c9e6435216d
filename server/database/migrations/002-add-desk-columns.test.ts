import { expect, test } from 'vitest';
import { createEarlierDatabase } from '../../testing/earlier-database.ts';

test('tickets and messages of before are neither snoozed, followed, merged nor call anybody', async () => {
  using earlier = await createEarlierDatabase('001-create-desk');
  await earlier.migrate('002-add-desk-columns');
  const ticket = earlier.sqlite.prepare('select * from ticket').get();
  expect(ticket).toMatchObject({
    subject: 'Refund',
    ver: 3,
    snoozed_until: null,
    follower_ids: '[]',
    merged_into_uid: null,
    merged_from: null,
    split_from_uid: null,
  });
  expect(earlier.sqlite.prepare('select text, mentioned_ids from message').get()).toEqual({
    text: 'Where is it?',
    mentioned_ids: '[]',
  });
});
