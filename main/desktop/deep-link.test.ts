import { describe, expect, it } from 'vitest';
import { findDeepLink, parseDeepLink } from './deep-link.ts';
import { readLaunchOptions } from './launch-options.ts';

const uid = '0198c0de-0000-7000-8000-000000000001';

describe('parseDeepLink', () => {
  it('selects a ticket by either of its names', () => {
    expect(parseDeepLink(`waypost://ticket/${uid}`)).toEqual({ uid });
    expect(parseDeepLink(`waypost://ticket/${uid.toUpperCase()}/`)).toEqual({ uid });
    expect(parseDeepLink('waypost://ticket/42')).toEqual({ id: 42 });
  });

  it.each([
    'waypost://ticket/',
    'waypost://ticket/0',
    'waypost://ticket/99999999999999999999',
    'waypost://ticket/42/close',
    'waypost://ticket/../42/43',
    'waypost://settings/42',
    'waypost:ticket/42',
    'https://ticket/42',
    'waypost://ticket/%3Cscript%3E',
    `waypost://ticket/${'1'.repeat(300)}`,
    '',
  ])('makes nothing of %s', (address) => {
    expect(parseDeepLink(address)).toBeNull();
  });
});

describe('findDeepLink', () => {
  it('finds the link among other arguments', () => {
    expect(findDeepLink(['waypost', '--flag', 'waypost://ticket/7'])).toEqual({ id: 7 });
    expect(findDeepLink(['waypost', '/some/path'])).toBeNull();
  });
});

describe('readLaunchOptions', () => {
  it('takes the profile and the node from the environment', () => {
    expect(
      readLaunchOptions(['waypost', '--hidden'], {
        WAYPOST_DESKTOP_DATA_DIR: '/profile',
        WAYPOST_NODE_URL: 'http://127.0.0.1:8001/path',
      }),
    ).toEqual({ dataDir: '/profile', nodeUrl: 'http://127.0.0.1:8001', isHidden: true, deepLink: null });
  });

  it('ignores an address that is none', () => {
    expect(readLaunchOptions([], { WAYPOST_NODE_URL: 'file:///etc' })).toEqual({
      dataDir: null,
      nodeUrl: null,
      isHidden: false,
      deepLink: null,
    });
  });
});
