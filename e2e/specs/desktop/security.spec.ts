import { expect } from 'playwright/test';
import { test } from '../../fixtures/test.ts';

// What runs in the page is written as text: specs are compiled without the page's own types.

test.describe('the desktop page', () => {
  test('sees the bridge and nothing else of the app', async ({ window }) => {
    const found = await window.evaluate(`({
      names: Object.keys(globalThis).filter((name) => /waypost|standin|electron|require|ipc|module/i.test(name)),
      bridge: Object.keys(waypost),
      hasProcess: 'process' in globalThis,
      isFrozen: Object.isFrozen(waypost) && Object.isFrozen(waypost.desktop),
    })`);
    expect(found).toEqual({
      names: ['waypost'],
      bridge: ['call', 'on', 'desktop'],
      hasProcess: false,
      isFrozen: true,
    });
  });

  test('gets a refusal for calls and arguments that are not in the contract', async ({ window }) => {
    const kinds = await window.evaluate(`Promise.all([
      waypost.call('files.read', { path: '/etc/passwd' }),
      waypost.call('tickets.get', { uid: '../../etc' }),
      waypost.call('session.get', { more: true }),
      waypost.desktop.call('desktop.openExternal', { url: 'file:///etc/passwd' }),
    ]).then((answers) => answers.map((answer) => answer.error.kind))`);
    expect(kinds).toEqual(['unsupported', 'invalid', 'invalid', 'invalid']);
  });

  test('opens links outside the app, and only harmless ones', async ({ app, window }) => {
    for (const url of ['https://example.com/a', 'javascript:alert(1)', 'smb://host/share']) {
      await window.evaluate(`waypost.desktop.call('desktop.openExternal', { url: ${JSON.stringify(url)} })`);
    }
    expect((await app.desktop!.read()).openedLinks).toEqual(['https://example.com/a']);
  });

  test('runs no inline script and reaches no network', async ({ window, node }) => {
    await window.evaluate(`
      globalThis.blocked = [];
      document.addEventListener('securitypolicyviolation', (event) => blocked.push(event.effectiveDirective));
      const script = document.createElement('script');
      script.textContent = 'globalThis.hasRun = true';
      document.body.append(script);
      fetch('${node.url}/healthz').then(() => blocked.push('reached'), () => blocked.push('not reached'));
    `);
    await expect
      .poll(() => window.evaluate('blocked.toSorted()'))
      .toEqual(['connect-src', 'not reached', 'script-src-elem']);
    expect(await window.evaluate('globalThis.hasRun')).toBeUndefined();
  });

  test('stays where it is and opens no windows', async ({ window, node }) => {
    // A navigation that is refused while the page still loads would stop the loading.
    await expect(window.getByRole('button', { name: 'Sign in' })).toBeVisible();
    const before = window.url();
    const elsewhere = JSON.stringify(`${node.url}/healthz`);
    await window.evaluate(`location.href = ${elsewhere}`);
    await window.evaluate(`void open(${elsewhere})`);
    await window.evaluate(`
      const link = Object.assign(document.createElement('a'), { href: ${elsewhere}, target: '_blank' });
      document.body.append(link);
      link.click();
    `);
    await expect(window.getByRole('button', { name: 'Sign in' })).toBeVisible();
    expect(window.url()).toBe(before);
    const strangers = (): string[] =>
      window
        .context()
        .pages()
        .map((page) => page.url())
        .filter((url) => url !== before && url !== 'about:blank');
    await expect.poll(strangers).toEqual([]);
  });

  test('is granted what it uses and nothing more', async ({ app }) => {
    const page = 'waypost-app://console/';
    const { askPermission } = app.desktop!;
    expect(await askPermission('notifications', page)).toBe(true);
    expect(await askPermission('clipboard-sanitized-write', page)).toBe(true);
    for (const permission of ['media', 'geolocation', 'clipboard-read', 'usb', 'openExternal']) {
      expect(await askPermission(permission, page), permission).toBe(false);
    }
    expect(await askPermission('notifications', 'https://example.com/')).toBe(false);
  });
});
