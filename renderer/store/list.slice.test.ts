import { describe, expect, it } from 'vitest';
import type { TicketListItem } from '#shared/protocol/ticket-list.ts';
import { pageSize } from './list-pages.ts';
import { createDesk } from './test-bridge.ts';
import { listItem } from '../ui/tickets/test-rows.ts';

/** A list of `count` tickets, newest first, served in pages as asked for. */
function createListDesk(count: number) {
  const all: TicketListItem[] = Array.from({ length: count }, (_, index) => listItem(count - index));
  const desk = createDesk({
    'tickets.list': ({ after, limit }) => {
      const start = after === null ? 0 : all.findIndex((item) => item.ticket.uid === after.uid) + 1;
      const items = all.slice(start, start + limit);
      const last = items.at(-1);
      const hasMore = start + items.length < all.length && last !== undefined;
      return { items, next: hasMore ? { key: last.ticket.updated_at, uid: last.ticket.uid } : null };
    },
  });
  return { ...desk, all };
}

describe('list slice', () => {
  it('loads page after page until the end', async () => {
    const { store } = createListDesk(pageSize + 5);
    await store.getState().refreshList();
    expect(store.getState().list.items).toHaveLength(pageSize);
    await Promise.all([store.getState().loadMore(), store.getState().loadMore()]);
    expect(store.getState().list.items).toHaveLength(pageSize + 5);
    expect(store.getState().list.next).toBeNull();
  });

  it('refreshes as many rows as were loaded, and keeps unchanged ones', async () => {
    const { store, all } = createListDesk(700);
    await store.getState().refreshList();
    while (store.getState().list.next !== null) await store.getState().loadMore();
    const [before] = store.getState().list.items;
    all[1] = listItem(699, { is_unread: true });
    await store.getState().refreshList();
    expect(store.getState().list.items).toHaveLength(700);
    expect(store.getState().list.items[0]).toBe(before);
    expect(store.getState().list.items[1]?.is_unread).toBe(true);
  });

  it('keeps the highlight in its place when its row leaves', async () => {
    const { store, all } = createListDesk(5);
    await store.getState().refreshList();
    store.getState().moveHighlight(1);
    store.getState().moveHighlight(1);
    const follower = all[2];
    all.splice(1, 1);
    await store.getState().refreshList();
    expect(store.getState().highlightedUid).toBe(follower?.ticket.uid);
  });

  it('shows a view again at once while nothing changed', async () => {
    const { store } = createListDesk(3);
    const { showView, forgetLists } = store.getState();
    await showView('open');
    const { items } = store.getState().list;
    await showView('waiting');
    const back = showView('open');
    expect(store.getState().list).toMatchObject({ phase: 'ready', items });
    await back;
    forgetLists();
    void showView('waiting');
    expect(store.getState().list.phase).toBe('loading');
  });

  it('does not keep a view that changed while it was read', async () => {
    const { store } = createListDesk(3);
    const { showView, forgetLists } = store.getState();
    const reading = showView('open');
    forgetLists();
    await reading;
    await showView('waiting');
    void showView('open');
    expect(store.getState().list.phase).toBe('loading');
  });

  it('says so when the list cannot be read', async () => {
    const { store } = createDesk({});
    await store.getState().refreshList();
    expect(store.getState().list.phase).toBe('failed');
  });
});
