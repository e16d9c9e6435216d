import { useMemo } from 'react';
import { navigate } from '../../store/navigate.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { useOptions, type Options } from '../../ui/use-options.ts';
import { searchRows, type Searched, type SearchRow } from './search-rows.ts';

export interface ShownSearch {
  searched: Searched;
  rows: readonly SearchRow[];
  options: Options;
}

/** What can be chosen under the search box while it is open; a ticket that opens leaves the search. */
export function useSearchRows(isOpen: boolean, leave: () => void): ShownSearch {
  const store = useConsoleStore();
  const found = useConsole((state) => state.found);
  const nodeSearch = useConsole((state) => state.nodeSearch);
  const isLive = useConsole(({ status }) => status?.connection.state === 'live');
  const searched = useMemo(() => ({ found, nodeSearch, isLive }), [found, nodeSearch, isLive]);
  const rows = useMemo(() => searchRows(searched), [searched]);

  async function choose(row: SearchRow): Promise<void> {
    if (row.kind === 'ask') return store.getState().searchNode();
    leave();
    const ticketUid = row.kind === 'here' ? row.hit.ticket.uid : row.hit.uid;
    navigate(store, { view: store.getState().view, ticketUid });
  }

  const options = useOptions(isOpen ? rows.length : 0, (index) => {
    const row = rows[index];
    if (row !== undefined) void choose(row);
  });
  return { searched, rows, options };
}
