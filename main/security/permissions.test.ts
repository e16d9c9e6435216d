import { describe, expect, it, vi } from 'vitest';
import { isPermitted, restrictPermissions } from './permissions.ts';

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

describe('restrictPermissions', () => {
  it('answers all four questions of a session', () => {
    const session = {
      setPermissionRequestHandler: vi.fn(),
      setPermissionCheckHandler: vi.fn(),
      setDevicePermissionHandler: vi.fn(),
      setDisplayMediaRequestHandler: vi.fn(),
    };
    restrictPermissions(session as never);
    const handler = (name: keyof typeof session) =>
      session[name].mock.calls[0]?.[0] as (...args: unknown[]) => unknown;

    const answer = vi.fn();
    const request = handler('setPermissionRequestHandler');
    request(null, 'notifications', answer, { requestingUrl: page });
    request(null, 'media', answer, { requestingUrl: page });
    request(null, 'notifications', answer, { requestingUrl: 'https://example.com/' });
    expect(answer.mock.calls).toEqual([[true], [false], [false]]);

    const check = handler('setPermissionCheckHandler');
    expect([check(null, 'notifications', page), check(null, 'hid', page)]).toEqual([true, false]);
    expect(handler('setDevicePermissionHandler')({ deviceType: 'usb', origin: page })).toBe(false);
    const choose = vi.fn();
    handler('setDisplayMediaRequestHandler')({}, choose);
    expect(choose).toHaveBeenCalledWith(null);
  });
});
