import { describe, expect, it } from 'vitest';
import { isMisleading, linkParts, safeHref } from './link-parts.ts';

describe('links in a text', () => {
  it.each([
    ['See https://desk.example/a?b=1.', ['See ', 'https://desk.example/a?b=1', '.']],
    ['(www.desk.example/x)', ['(', 'www.desk.example/x', ')']],
    [
      'Go to https://desk.example/Page_(draft), please',
      ['Go to ', 'https://desk.example/Page_(draft)', ', please'],
    ],
    ['Write to ana.b@desk.example!', ['Write to ', 'ana.b@desk.example', '!']],
    ['nothing here: 12.04.2026', ['nothing here: 12.04.2026']],
  ])('%s', (text, parts) => {
    expect(linkParts(text).map((part) => part.text)).toEqual(parts);
  });

  it('lead where they say', () => {
    expect(linkParts('www.desk.example')[0]?.href).toBe('https://www.desk.example/');
    expect(linkParts('a@desk.example')[0]?.href).toBe('mailto:a@desk.example');
  });

  it('are never scripts or files', () => {
    expect(safeHref('javascript:alert(1)')).toBeNull();
    expect(safeHref('file:///etc/passwd')).toBeNull();
    expect(safeHref('data:text/html,x')).toBeNull();
    expect(safeHref('nowhere')).toBeNull();
  });
});

it('knows a link that says another place than it leads to', () => {
  expect(isMisleading('https://bank.example/login', 'https://evil.example/')).toBe(true);
  expect(isMisleading('bank.example', 'https://www.bank.example/in')).toBe(false);
  expect(isMisleading('bank.example', 'https://secure.bank.example/in')).toBe(false);
  expect(isMisleading('Click here', 'https://evil.example/')).toBe(false);
});
