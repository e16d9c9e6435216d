import { join } from 'node:path';
import { expect, type Page } from 'playwright/test';
import { desktopCalls } from '#shared/protocol/desktop-ipc.ts';
import { consoleCalls } from '#shared/protocol/ipc.ts';
import { filesOfOthers, filesWith } from '../../fixtures/profile-files.ts';
import { test } from '../../fixtures/test.ts';
import { ConsolePage } from '../../pages/console-page.ts';
import { openOwnTicket } from '../../pages/open-own-ticket.ts';

// The security checklist, as far as it can be seen from outside; the rest is in the unit tests of main/.
// What runs in the page is written as text: specs are compiled without the page's own types.

const appPage = 'waypost-app://console/';

/** What the page ran or reached against its policy, and what the policy stopped. */
async function watchPolicy(page: Page): Promise<() => Promise<unknown>> {
  await page.evaluate(`
    globalThis.ran = [];
    globalThis.stopped = new Set();
    document.addEventListener('securitypolicyviolation', (event) => stopped.add(event.effectiveDirective));
  `);
  return () => page.evaluate(`({ ran, stopped: [...stopped].toSorted() })`);
}

const signInIsShown = (page: Page): Promise<void> =>
  expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();

test('security: the page', async ({ app, window, node }) => {
  await signInIsShown(window);

  await test.step('has the bridge and nothing else of the app', async () => {
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

    const [opened] = (await app.desktop!.read()).windows;
    // Electron itself does not tell: there the page's own view, above, has to do.
    const webPreferences = opened?.webPreferences ?? null;
    if (webPreferences !== null)
      expect(webPreferences).toMatchObject({
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
        webviewTag: false,
      });

    const { askPermission } = app.desktop!;
    expect(await askPermission('notifications', appPage)).toBe(true);
    expect(await askPermission('clipboard-sanitized-write', appPage)).toBe(true);
    for (const permission of [
      'media',
      'geolocation',
      'clipboard-read',
      'usb',
      'openExternal',
      'display-capture',
    ]) {
      expect(await askPermission(permission, appPage), permission).toBe(false);
    }
    expect(await askPermission('notifications', 'https://example.com/')).toBe(false);
  });

  await test.step('is refused what is not in the contract, call by call', async () => {
    const calls = [
      ...Object.entries(consoleCalls).map(([name, call]) => [
        '',
        name,
        'maxSize' in call ? call.maxSize : 1e6,
      ]),
      ...Object.keys(desktopCalls).map((name) => ['.desktop', name, 1e6]),
    ];
    const kinds =
      await window.evaluate(`Promise.all(${JSON.stringify(calls)}.map(async ([group, name, size]) => {
      const bridge = group === '' ? waypost : waypost.desktop;
      const answers = [await bridge.call(name, { __unexpected: true }), await bridge.call(name, ['x'.repeat(size)])];
      return [name, ...answers.map((answer) => answer.error.kind)];
    }))`);
    expect(kinds).toEqual(calls.map(([, name]) => [name, 'invalid', 'too_large']));
    expect(await window.evaluate(`waypost.call('files.read', { path: '/etc/passwd' })`)).toMatchObject({
      error: { kind: 'unsupported' },
    });

    for (const url of [
      'https://example.com/a',
      'mailto:a@example.com',
      'javascript:alert(1)',
      'smb://host/share',
      'file:///etc/passwd',
    ]) {
      await window.evaluate(`waypost.desktop.call('desktop.openExternal', { url: ${JSON.stringify(url)} })`);
    }
    expect((await app.desktop!.read()).openedLinks).toEqual([
      'https://example.com/a',
      'mailto:a@example.com',
    ]);
  });

  await test.step('stays where it is and opens no windows', async () => {
    // A navigation that is refused while the page still loads would stop the loading.
    const before = window.url();
    const elsewhere = JSON.stringify(`${node.url}/healthz`);
    await window.evaluate(`location.href = ${elsewhere}`);
    await window.evaluate(`void open(${elsewhere})`);
    await window.evaluate(`{
      const link = Object.assign(document.createElement('a'), { href: ${elsewhere}, textContent: 'Elsewhere' });
      Object.assign(link.style, { position: 'fixed', top: 0, left: 0, zIndex: 9999 });
      document.body.append(link);
    }`);
    const link = window.getByRole('link', { name: 'Elsewhere' });
    await link.click();
    await link.click({ button: 'middle' });
    await link.click({ modifiers: ['Shift'] });
    await link.evaluate(`(link) => link.setAttribute('target', '_blank')`);
    await link.click();

    const devtools = await window.context().newCDPSession(window);
    const data = { items: [], files: [join(import.meta.dirname, 'security.spec.ts')], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await devtools.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
    }
    await signInIsShown(window);
    expect(window.url()).toBe(before);
    const strangers = (): string[] =>
      window
        .context()
        .pages()
        .map((page) => page.url())
        .filter((url) => url !== before && url !== 'about:blank');
    await expect.poll(strangers).toEqual([]);
  });

  await test.step('runs nothing of others and reaches no network', async () => {
    const response = await window.reload();
    await signInIsShown(window);
    const headers = response?.headers() ?? {};
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self'; /);
    expect(headers['content-security-policy']).not.toMatch(/unsafe-eval|script-src [^;]*unsafe-inline/);
    expect(headers['x-content-type-options']).toBe('nosniff');

    const outcome = await watchPolicy(window);
    await window.evaluate(`{
      const add = (name, properties) => document.body.append(Object.assign(document.createElement(name), properties));
      add('script', { textContent: 'ran.push("inline")' });
      add('script', { src: 'data:text/javascript,ran.push("data")' });
      add('img', { src: 'data:,' });
      document.querySelector('img:last-of-type').outerHTML = '<img src="data:," onerror="ran.push(\\'handler\\')">';
      add('iframe', { src: 'data:text/html,<script>parent.ran.push("frame")</script>' });
      add('iframe', { srcdoc: '<script>parent.ran.push("srcdoc")</script>' });
      add('object', { data: 'data:text/html,x' });
      add('form', { action: '${node.url}/healthz' });
      document.querySelector('form:last-of-type').submit();
      // What is driven from outside may evaluate, but only at once.
      setTimeout(() => { (0, eval)('ran.push("eval")'); });
      try { new Worker('data:text/javascript,1'); } catch {}
      void fetch('${node.url}/healthz').then(() => ran.push('network'), () => {});
      try { new WebSocket('${node.url.replace('http', 'ws')}/ws'); } catch {}
    }`);
    await expect.poll(outcome).toEqual({
      ran: [],
      stopped: [
        'connect-src',
        'form-action',
        'frame-src',
        'object-src',
        'script-src',
        'script-src-attr',
        'script-src-elem',
        'worker-src',
      ],
    });
  });
});

test.describe('security: what customers and other programs send', () => {
  test('is shown as words and never obeyed', async ({ app, api }) => {
    const { desk, id } = await openOwnTicket(app, api);
    const outcome = await watchPolicy(app.page);
    const hostile = `<img src=x onerror="ran.push('img')"><script>ran.push('script')</script><a href="javascript:ran.push(1)">Refund</a>`;
    await api.postMessage(id, hostile);
    await expect(desk.message(hostile)).toBeVisible();
    expect(await outcome()).toEqual({ ran: [], stopped: [] });

    const other = await api.createTicket();
    const linked = app.page.url();
    for (const argv of [
      ['waypost', `waypost://ticket/${other}/close`],
      ['waypost', '--remote-debugging-port=9222', '--no-sandbox', '--', 'waypost://settings/1'],
      ['waypost', 'waypost://ticket/99999', '--user-data-dir=/tmp/elsewhere'],
      ['waypost', `waypost://view/mine?run=${encodeURIComponent('rm -rf')}/x`, '\0', '../../etc/passwd'],
      [],
    ]) {
      await app.desktop!.startAgain(argv);
    }
    await expect(desk.message(hostile)).toBeVisible();
    expect(app.page.url()).toBe(linked);
    expect(await api.readTicket(other)).toMatchObject({ status: 'open' });
    expect((await app.desktop!.read()).windows).toHaveLength(1);
  });
});

test.describe('security: what is kept on this computer', () => {
  const words = 'Zirconium in the teapot';

  test('is its owner’s alone, holds no secret in plain sight, and goes with the sign-in or the account', async ({
    app,
    api,
    profilesDir,
  }) => {
    const profile = join(profilesDir, 'agent');
    const agent = await api.createAgent('Noor Agent');
    const id = await api.createTicket({ description: words });
    await api.assign(id, agent);
    const sessionFiles = async (): Promise<string[]> =>
      (await filesWith(profile, '')).filter((path) => path.endsWith('/session'));
    const desk = new ConsolePage(() => app.page);
    await desk.signIn(agent);
    await expect.poll(() => filesWith(profile, words)).not.toEqual([]);
    expect(await filesOfOthers(profile)).toEqual([]);
    for (const secret of [agent.password, 'eyJhbGciOi', 'waypost_session=']) {
      expect(await filesWith(profile, secret), secret).toEqual([]);
    }
    expect(await filesWith(join(profile, 'desktop/logs'), words)).toEqual([]);

    await desk.signOut();
    await expect.poll(() => filesWith(profile, words)).toEqual([]);
    expect(await sessionFiles()).toEqual([]);

    await desk.signIn(agent);
    await expect(desk.ticket(id)).toBeVisible();

    await api.deactivate(agent);
    await expect(desk.connection).toHaveAccessibleName('Connection: signed out');
    await expect.poll(() => filesWith(profile, words)).toEqual([]);
    await expect(desk.ticket(id)).toBeHidden();
    expect(await sessionFiles()).toEqual([]);
  });
});
