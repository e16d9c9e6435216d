import { EventEmitter } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { guardNavigation, stayInside } from './navigation.ts';

const elsewhere = [
  'https://example.com/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'about:blank',
  'waypost-app://console.evil/',
  'not an address',
];

const navigate = (url: string): boolean => {
  const preventDefault = vi.fn();
  stayInside({ url, preventDefault });
  return preventDefault.mock.calls.length === 0;
};

describe('stayInside', () => {
  it('lets the page move within itself', () => {
    expect(navigate('waypost-app://console/#/tickets')).toBe(true);
  });

  it.each(elsewhere)('stops %s', (url) => {
    expect(navigate(url)).toBe(false);
  });
});

describe('guardNavigation', () => {
  /** As Electron tells of a contents, whoever made it. */
  function openContents() {
    const app = new EventEmitter();
    guardNavigation(app as never);
    let openHandler: (details: { url: string }) => { action: string } = () => ({ action: 'allow' });
    const contents = Object.assign(new EventEmitter(), {
      setWindowOpenHandler: (handler: typeof openHandler) => {
        openHandler = handler;
      },
    });
    app.emit('web-contents-created', {}, contents);
    const isPrevented = (name: string, url: string): boolean => {
      const preventDefault = vi.fn();
      contents.emit(name, { url, preventDefault });
      return preventDefault.mock.calls.length > 0;
    };
    return { isPrevented, open: (url: string) => openHandler({ url }) };
  }

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('holds every contents on %s', (name) => {
    const { isPrevented } = openContents();
    expect(isPrevented(name, 'waypost-app://console/')).toBe(false);
    for (const url of elsewhere) expect(isPrevented(name, url), url).toBe(true);
  });

  it('opens no window, not even of its own pages, and attaches no view', () => {
    const { isPrevented, open } = openContents();
    for (const url of [...elsewhere, 'waypost-app://console/']) expect(open(url)).toEqual({ action: 'deny' });
    expect(isPrevented('will-attach-webview', 'waypost-app://console/')).toBe(true);
  });
});
