import { expect, it } from 'vitest';
import { listDetails } from './list-details.ts';

it('lays groups open and writes lists and nothing as text', () => {
  const metadata = { username: 'ada', changes: { agent_capacity: 3, department: null }, ids: [1, 2] };
  expect(listDetails(metadata)).toEqual([
    { name: 'username', value: 'ada' },
    { name: 'agent capacity', value: '3' },
    { name: 'department', value: 'null' },
    { name: 'ids', value: '[1,2]' },
  ]);
});
