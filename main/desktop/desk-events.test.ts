import { describe, expect, it, vi } from 'vitest';
import { DeskEvents } from './desk-events.ts';

function openEvents() {
  const options = { tellPages: vi.fn(), onState: vi.fn(), onAlert: vi.fn(), log: vi.fn() };
  return { events: new DeskEvents(options), ...options };
}

describe('DeskEvents', () => {
  it('keeps the newest state and tells the pages', () => {
    const { events, tellPages, onState } = openEvents();
    events.receive('unread', { count: 3 });
    events.receive('session', { state: 'signed_out', node_url: 'http://node' });
    expect(events.state).toMatchObject({ unread: 3, session: { state: 'signed_out' } });
    expect(onState).toHaveBeenCalledTimes(2);
    expect(tellPages).toHaveBeenCalledWith('unread', { count: 3 });
  });

  it('passes alerts on', () => {
    const { events, onAlert } = openEvents();
    const alert = {
      kind: 'assigned',
      ticket_uid: '0198c0de-0000-7000-8000-000000000001',
      ticket_id: 1,
      subject: 'S',
      text: 'T',
    };
    events.receive('alert', alert);
    expect(onAlert).toHaveBeenCalledWith(alert);
  });

  it('keeps in mind which tickets called, until they are seen or their reader leaves', () => {
    const { events } = openEvents();
    const uid = '0198c0de-0000-7000-8000-000000000001';
    const alert = { kind: 'mentioned', ticket_uid: uid, ticket_id: 1, subject: 'S', text: 'T' };
    events.receive('alert', alert);
    expect(events.state).toMatchObject({ mentioned: 1 });
    events.noteSeen(uid);
    expect(events.state).toMatchObject({ mentioned: 0 });
    events.receive('alert', alert);
    events.receive('session', { state: 'signed_out', node_url: 'http://node' });
    expect(events.state).toMatchObject({ mentioned: 0 });
  });

  it.each([
    ['nothing', {}],
    ['unread', { count: 'many' }],
    ['toString', {}],
  ])('lets nothing through that is not in the contract: %s', (name, data) => {
    const { events, tellPages, log } = openEvents();
    events.receive(name, data);
    expect(tellPages).not.toHaveBeenCalled();
    expect(log).toHaveBeenCalledOnce();
  });
});
