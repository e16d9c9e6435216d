import { expect, it } from 'vitest';
import { formatAdminPlace, parseAdminPlace } from './admin-place.ts';

it('reads back what it wrote, whatever the values hold', () => {
  const params = { q: 'a&b=c #1', from: '5' };
  expect(parseAdminPlace(formatAdminPlace('people', params))).toEqual({ section: 'people', params });
  expect(formatAdminPlace('queue', { tab: undefined, q: '' })).toBe('#/admin/queue');
});

it.each([
  ['#/admin', 'overview'],
  ['#/admin/', 'overview'],
  ['#/admin/nonsense', 'overview'],
  ['/admin/audit', 'audit'],
])('%s leads to %s', (hash, section) => {
  expect(parseAdminPlace(hash)).toEqual({ section, params: {} });
});

it.each(['', '#/mine', '#/administrators/people', '#/open/admin'])('%s is elsewhere', (hash) => {
  expect(parseAdminPlace(hash)).toBeNull();
});
