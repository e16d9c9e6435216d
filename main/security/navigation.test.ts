import { describe, expect, it, vi } from 'vitest';
import { stayInside } from './navigation.ts';

const navigate = (url: string): boolean => {
  const preventDefault = vi.fn();
  stayInside({ url, preventDefault });
  return preventDefault.mock.calls.length === 0;
};

describe('stayInside', () => {
  it('lets the page move within itself', () => {
    expect(navigate('waypost-app://console/#/tickets')).toBe(true);
  });

  it.each([
    'https://example.com/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'about:blank',
    'not an address',
  ])('stops %s', (url) => {
    expect(navigate(url)).toBe(false);
  });
});
