import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { uidSchema } from '#shared/model/uid.ts';
import { viewIds, viewKeySchema } from '#shared/model/view.ts';
import { findDeepLink, parseDeepLink } from './deep-link.ts';
import { readLaunchOptions } from './launch-options.ts';

const uid = '0198c0de-0000-7000-8000-000000000001';

describe('parseDeepLink', () => {
  it('selects a ticket by either of its names', () => {
    expect(parseDeepLink(`waypost://ticket/${uid}`)).toEqual({ uid });
    expect(parseDeepLink(`waypost://ticket/${uid.toUpperCase()}/`)).toEqual({ uid });
    expect(parseDeepLink('waypost://ticket/42')).toEqual({ id: 42 });
  });

  it('selects a view', () => {
    for (const view of [...viewIds, `view-${uid}`]) {
      expect(parseDeepLink(`waypost://view/${view}`)).toEqual({ view });
    }
  });

  it.each([
    'waypost://view/constructor',
    'waypost://view/view-7',
    'waypost://view/mine?then=close',
    'waypost://ticket/42#close',
    'waypost://me:secret@ticket/42',
    'waypost://ticket:1/42',
    'waypost://view/mine/close',
    'waypost://view/',
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

/** Addresses that begin well and go on anyhow. */
const oddAddress = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.webUrl(),
  fc
    .tuple(
      fc.constantFrom(
        'waypost:',
        'waypost://',
        'WAYPOST://',
        'waypost:////',
        ' waypost://',
        'waypost://u:p@',
      ),
      fc.constantFrom('ticket', 'view', 'TICKET', 'ticket:1', 'ticket.', 'settings', ''),
      fc.array(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 20 }),
          fc.constantFrom('/', '..', '%2e%2e', '\\', '?', '#', '42', 'mine', uid, '%00', '-1', '1e3', '0x10'),
        ),
        { maxLength: 6 },
      ),
    )
    .map(([scheme, host, parts]) => `${scheme}${host}/${parts.join('')}`),
);

/** The only three shapes that may come of a link, and what is in them. */
function isSelection(link: ReturnType<typeof parseDeepLink>): boolean {
  if (link === null) return true;
  if (Object.keys(link).length !== 1) return false;
  if ('uid' in link) return uidSchema.safeParse(link.uid).success;
  if ('view' in link) return viewKeySchema.safeParse(link.view).success;
  return Number.isSafeInteger(link.id) && link.id > 0;
}

describe('whatever a link says', () => {
  it('selects at most one ticket or view, and never throws', () => {
    fc.assert(
      fc.property(oddAddress, (address) => isSelection(parseDeepLink(address))),
      { numRuns: 2_000 },
    );
  });

  it('selects nothing when something follows the reference', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9.~-]{1,20}$/), (verb) => {
        if (verb === '.' || verb === '..') return;
        expect(parseDeepLink(`waypost://ticket/42/${verb}`)).toBeNull();
      }),
    );
  });

  it('is found on any command line without more harm', () => {
    fc.assert(
      fc.property(fc.array(oddAddress, { maxLength: 8 }), (argv) => isSelection(findDeepLink(argv))),
      { numRuns: 500 },
    );
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
