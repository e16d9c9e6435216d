import { describe, expect, it, vi } from 'vitest';
import { PageEvents } from './page-events.ts';

function openPage(id: number) {
  return { id, isDestroyed: () => false, send: vi.fn() };
}

describe('PageEvents', () => {
  it('tells every open page', () => {
    const events = new PageEvents();
    const [one, two] = [openPage(1), openPage(2)];
    events.add(one);
    events.add(two);
    events.remove(2);
    events.tell('console', 'status', { queued: 1 });
    expect(one.send).toHaveBeenCalledWith('waypost:event:console:status', { queued: 1 });
    expect(two.send).not.toHaveBeenCalled();
  });

  it('keeps the newest delivery until the page listens', () => {
    const events = new PageEvents();
    const page = openPage(1);
    events.deliver(1, 'desktop', 'navigate', 'first');
    events.add(page);
    events.deliver(1, 'desktop', 'navigate', 'second');
    expect(page.send).not.toHaveBeenCalled();
    events.noteListening(1, 'desktop', 'navigate');
    events.deliver(1, 'desktop', 'navigate', 'third');
    expect(page.send.mock.calls.map(([, data]) => data as unknown)).toEqual(['second', 'third']);
  });

  it('waits again after the page loaded afresh', () => {
    const events = new PageEvents();
    const page = openPage(1);
    events.add(page);
    events.noteListening(1, 'desktop', 'navigate');
    events.reset(1);
    events.deliver(1, 'desktop', 'navigate', 'later');
    expect(page.send).not.toHaveBeenCalled();
  });
});
