import { describe, expect, it, vi } from 'vitest';
import { openExternalLink, parseExternalLink } from './external-links.ts';

describe('parseExternalLink', () => {
  it('takes web and mail links', () => {
    expect(parseExternalLink('https://example.com/a?b#c')).toBe('https://example.com/a?b#c');
    expect(parseExternalLink('mailto:anna@example.com')).toBe('mailto:anna@example.com');
  });

  it.each([
    'http://example.com/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://server/share',
    'waypost://ticket/1',
    'ms-settings:',
    ' ',
    'example.com',
  ])('refuses %s', (address) => {
    expect(parseExternalLink(address)).toBeNull();
  });
});

describe('openExternalLink', () => {
  it('never calls the system for a refused link', async () => {
    const openExternal = vi.fn(async () => {});
    await expect(openExternalLink('file:///x', { openExternal })).rejects.toMatchObject({ kind: 'invalid' });
    expect(openExternal).not.toHaveBeenCalled();
    await openExternalLink('https://example.com', { openExternal });
    expect(openExternal).toHaveBeenCalledWith('https://example.com/');
  });
});
