import { describe, expect, it } from 'vitest';
import { appSchemeRegistration, isAppUrl } from './app-scheme.ts';

describe('isAppUrl', () => {
  it('knows its own pages', () => {
    expect(isAppUrl('waypost-app://console/')).toBe(true);
    expect(isAppUrl('waypost-app://console/assets/a.js?x#y')).toBe(true);
  });

  it.each([
    '',
    'about:blank',
    'waypost-app://console.evil/',
    'waypost-app://other/',
    'waypost-app://evil@console/',
    'waypost-app://console:8080/',
    'waypost-app-2://console/',
    'https://console/',
    'file:///waypost-app://console/',
    'data:text/html,waypost-app://console/',
  ])('does not take %s for its own', (address) => {
    expect(isAppUrl(address)).toBe(false);
  });
});

describe('the registration', () => {
  it('asks for no more than a secure page of its own', () => {
    expect(appSchemeRegistration).toEqual({
      scheme: 'waypost-app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    });
  });
});
