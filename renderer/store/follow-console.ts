import type { ConsoleBridge } from '#shared/protocol/ipc.ts';
import type { Session } from '#shared/protocol/sync-status.ts';
import { words } from '../ui/i18n/i18n.ts';
import type { ConsoleState } from './console-state.ts';
import { createChangeQueue, frameMs, type Changed } from './change-queue.ts';
import type { ConsoleStore } from './create-console-store.ts';
import { createReconnectNotice } from './reconnect-notice.ts';
import { roleWords } from './role-notice.ts';
import type { StoreDeps } from './slice.ts';

const emptyDesk = {
  counts: {},
  list: { phase: 'loading', items: [], next: null },
  highlightedUid: null,
  selectedUids: new Set<string>(),
  bulkRun: null,
  bulkProblems: null,
  detail: null,
  leftTicket: null,
  keptDraft: null,
  composer: null,
  composerProblem: null,
  draftProblem: null,
  conflicts: [],
  sheetConflictId: null,
  outbox: [],
  done: [],
  away: [],
  newTicket: null,
  isNewTicketOpen: false,
  searchText: '',
  answeredText: '',
  found: null,
  searchProblem: null,
  nodeSearch: null,
  isSearchOpen: false,
  people: [],
  macros: [],
  savedViews: [],
  savedCounts: {},
  viewDraft: null,
  deletedView: null,
  effects: [],
  present: null,
  unreadCount: 0,
  isConnectionPanelOpen: false,
  toasts: [],
  undoable: null,
} satisfies Partial<ConsoleState>;

/** Between two looks at a copy that is being filled, ms: each takes time that filling it could use. */
const fillingMs = 300;

/** Reads everything that a signed-in window shows, what can be worked on first. */
async function loadAll(store: ConsoleStore): Promise<void> {
  const state = store.getState();
  await Promise.all([state.refreshList(), state.refreshTicket(), state.loadPeople(), state.loadStatus()]);
  await Promise.all([
    state.refreshCounts(),
    state.loadItems(),
    state.refreshConflicts(),
    state.refreshOutbox(),
    state.tellAlertKinds(),
    state.loadAway(),
  ]);
}

async function applyChanged(store: ConsoleStore, changed: Changed): Promise<void> {
  if (changed.is_reset) return loadAll(store);
  const state = store.getState();
  const isOpenChanged = state.openUid !== null && changed.tickets.includes(state.openUid);
  const messageCount = state.detail?.messages.length;
  // What is looked at comes first: the replica answers calls that come together turn by turn.
  if (isOpenChanged) await state.refreshTicket();
  await state.refreshList();
  await Promise.all([state.refreshCounts(), state.refreshOutbox(), state.refreshConflicts()]);
  const isNewShown = messageCount !== store.getState().detail?.messages.length;
  if (isOpenChanged && isNewShown && document.visibilityState === 'visible') await state.markSeen();
}

/** At the same node: another one has its own people under the same numbers. */
function isSamePerson(a: Session | null, b: Session): boolean {
  return (
    a?.state === 'signed_in' &&
    b.state === 'signed_in' &&
    a.user.id === b.user.id &&
    a.node_url === b.node_url
  );
}

function followSession(store: ConsoleStore): () => void {
  return store.subscribe(({ session }, { session: before }) => {
    if (session === before || session === null) return;
    if (isSamePerson(before, session)) {
      const changed = roleWords(before, session);
      if (changed !== null) store.getState().notify(changed);
      return;
    }
    // Nothing of the person before may stay on the screen.
    const detailPhase = store.getState().openUid === null ? 'none' : 'loading';
    store.setState({ ...emptyDesk, detailPhase });
    store.getState().forgetPeeked(null);
    store.getState().forgetLists();
    if (session.state === 'signed_in') void loadAll(store);
  });
}

function followDesktop(store: ConsoleStore, desktop: NonNullable<ConsoleBridge['desktop']>): (() => void)[] {
  return [
    desktop.on('state', (state) => store.setState({ desktop: state })),
    desktop.on('host', (hostStatus) => store.setState({ hostStatus })),
    desktop.on('updates', (updates) => store.setState({ updates })),
    desktop.on('found', ({ ordinal, matches }) => {
      const { finding } = store.getState();
      if (finding !== null) store.setState({ finding: { ...finding, ordinal, matches } });
    }),
  ];
}

/** Keeps the store in step with the console's events until the answer is called. */
export function followConsole(
  store: ConsoleStore,
  { bridge, after }: Pick<StoreDeps, 'bridge' | 'after'>,
): () => void {
  const isCatchingUp = (): boolean => store.getState().status?.connection.state === 'catching_up';
  const queue = createChangeQueue(
    after,
    (changed) => applyChanged(store, changed),
    () => (isCatchingUp() ? fillingMs : frameMs),
  );
  const reconnectWords = createReconnectNotice();
  const stops = [
    bridge.on('session', (session) => store.setState({ session })),
    bridge.on('status', (status) => {
      const before = store.getState().status;
      store.setState({ status });
      const isNowLive = status.connection.state === 'live' && before?.connection.state !== 'live';
      if (isNowLive) void store.getState().refreshCounts();
      const backOnline = reconnectWords(status);
      if (backOnline !== null) store.getState().notify(backOnline);
      if (status.connection.state === 'live' && store.getState().detailPhase === 'unreached') {
        void store.getState().refreshTicket();
      }
      if (before?.queued === status.queued && before.needs_you === status.needs_you) return;
      void store.getState().refreshOutbox();
      void store.getState().refreshConflicts();
    }),
    bridge.on('changed', (changed) => {
      store.getState().forgetPeeked(changed.is_reset ? null : changed.tickets);
      store.getState().forgetLists();
      queue(changed);
    }),
    bridge.on('records', () => {
      void store.getState().loadItems();
      void store.getState().loadPeople();
    }),
    bridge.on('presence', (present) => store.getState().hearPresence(present)),
    bridge.on('sentAgain', ({ count }) => store.getState().notify(words('desk:sent_again', { count }))),
    bridge.on('away', ({ count }) => {
      const isMore = count > store.getState().away.length;
      void store.getState().loadAway();
      if (isMore) store.getState().notify(words('desk:while_away', { count }));
    }),
    bridge.on('unread', ({ count }) => store.setState({ unreadCount: count })),
    ...(bridge.desktop === undefined ? [] : followDesktop(store, bridge.desktop)),
    followSession(store),
  ];
  return () => stops.forEach((stop) => stop());
}
