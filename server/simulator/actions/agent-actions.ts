import { pickRunning, type Action } from './action.ts';

/** An agent asks for a version of what they wrote to be kept. */
const keepDraft: Action = {
  name: 'keep-draft',
  weight: 1,
  run: async (world, rng) => {
    const console = pickRunning(world, rng);
    const ticket = rng.pick([...world.desk.state.ticketByUid.values()]);
    if (console === undefined || ticket === undefined) return;
    const text = `earlier ${rng.below(1_000_000)}`;
    const kept = await console.call('drafts.keep', { ticket_uid: ticket.uid, mode: 'reply', text });
    if (kept !== undefined) console.notes.earlier.set(ticket.uid, text);
  },
};

/** An agent opens a ticket that a search on the node found, whether they may see it or not. */
const fetchTicket: Action = {
  name: 'fetch-ticket',
  weight: 1,
  run: async (world, rng) => {
    const console = pickRunning(world, rng);
    const ticket = rng.pick([...world.desk.state.ticketByUid.values()]);
    if (console === undefined || ticket === undefined) return;
    await console.call('tickets.fetch', { uid: ticket.uid });
  },
};

/** An agent does not want to wait for the next try. */
const retry: Action = {
  name: 'retry',
  weight: 1,
  run: async (world, rng) => {
    await pickRunning(world, rng)?.call('sync.retry', {});
  },
};

export const agentActions: readonly Action[] = [keepDraft, fetchTicket, retry];
