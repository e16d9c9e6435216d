import { describe, expect, it } from 'vitest';
import { TrustedSenders, type SenderEvent } from './trusted-senders.ts';

const page = 'waypost-app://console/';
const from = (overrides: Partial<SenderEvent> = {}): SenderEvent => ({
  sender: { id: 1 },
  senderFrame: { url: page, parent: null },
  ...overrides,
});

describe('TrustedSenders', () => {
  const senders = new TrustedSenders();
  senders.add(1);
  senders.add(2);
  senders.remove(2);

  it('trusts the main frame of a known window', () => {
    expect(senders.isTrusted(from())).toBe(true);
  });

  it.each<[string, SenderEvent]>([
    ['an unknown window', from({ sender: { id: 3 } })],
    ['a closed window', from({ sender: { id: 2 } })],
    ['a frame that is gone', from({ senderFrame: null })],
    ['a subframe', from({ senderFrame: { url: page, parent: {} } })],
    ['another origin', from({ senderFrame: { url: 'https://example.com/', parent: null } })],
    ['an empty address', from({ senderFrame: { url: '', parent: null } })],
  ])('refuses %s', (_what, event) => {
    expect(senders.isTrusted(event)).toBe(false);
  });
});
