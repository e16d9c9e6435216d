import { describe, expect, it } from 'vitest';
import { isPermitted } from './permissions.ts';

const page = 'waypost-app://console/';

describe('isPermitted', () => {
  it('allows what the console uses', () => {
    expect(isPermitted('notifications', page)).toBe(true);
    expect(isPermitted('clipboard-sanitized-write', page)).toBe(true);
  });

  it.each(['media', 'geolocation', 'clipboard-read', 'openExternal', 'usb', 'fullscreen', 'unknown'])(
    'denies %s',
    (permission) => {
      expect(isPermitted(permission, page)).toBe(false);
    },
  );

  it('denies everything to other origins', () => {
    expect(isPermitted('notifications', 'https://example.com/')).toBe(false);
    expect(isPermitted('notifications', '')).toBe(false);
  });
});
