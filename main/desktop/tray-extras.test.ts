import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { TrayExtrasReader } from './tray-extras.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function openReader() {
  const tickets = [
    { ticket: { uid: 'u1', id: 7, subject: `Refund & return ${'x'.repeat(80)}` } },
    { ticket: { uid: 'u2', id: null, subject: 'New\none' } },
  ];
  let isAvailable: boolean | null = true;
  const ask = vi.fn(async (name: string, args: { method?: string; body?: { is_available: boolean } }) => {
    if (name === 'tickets.list') return { items: tickets, next: null };
    if (args.body !== undefined) isAvailable = args.body.is_available;
    return { status: 200, body: { is_available: isAvailable } };
  });
  const onChanged = vi.fn();
  return { reader: new TrayExtrasReader({ ask: ask as never, onChanged }), ask, onChanged };
}

it('reads the latest tickets once after a burst, fit for a menu', async () => {
  const { reader, ask } = openReader();
  reader.askTickets();
  reader.askTickets();
  await vi.runAllTimersAsync();
  expect(ask).toHaveBeenCalledOnce();
  const [first, second] = reader.extras.recent;
  expect(first?.label).toMatch(/^#7 Refund && return x+…$/);
  expect(second).toEqual({ uid: 'u2', label: 'New one' });
});

it('asks for the agent’s availability and sets it', async () => {
  const { reader, onChanged } = openReader();
  await reader.askAvailability();
  expect(reader.extras.isAvailable).toBe(true);
  await reader.setAvailable(false);
  expect(onChanged).toHaveBeenLastCalledWith({ recent: [], isAvailable: false });
  reader.clear();
  expect(reader.extras).toEqual({ recent: [], isAvailable: null });
});
