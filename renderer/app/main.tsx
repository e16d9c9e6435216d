// The entry of every window. The renderer is a view: it imports shared only, and reaches everything else through the
// bridge. Inside, `ui` and `bridge` serve `store`, which serves `features`, which meet in `app` alone.
import '../ui/styles.ts';
import { StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { createUidFactory } from '#shared/model/uid.ts';
import { openBridge } from '../bridge/bridge.ts';
import { reloadNewest } from '../bridge/offline-shell.ts';
import { createConsoleStore, type ConsoleStore } from '../store/create-console-store.ts';
import { followConsole } from '../store/follow-console.ts';
import { parseRoute } from '../store/route.ts';
import { startLanguage } from '../ui/i18n/language.ts';
import { App } from './app.tsx';
import { followAlerts } from './follow-alerts.ts';
import { FailedNotice, TakenOverNotice, WaitingNotice } from './notice.tsx';

const newUid = createUidFactory({ now: Date.now }, (length) =>
  crypto.getRandomValues(new Uint8Array(length)),
);

function after(waitMs: number, work: () => void): () => void {
  const timer = setTimeout(work, waitMs);
  return () => clearTimeout(timer);
}

async function start(root: Root): Promise<void> {
  let store: ConsoleStore | null = null;
  await startLanguage();
  const bridge = await openBridge({
    onWaiting: (takeOver) => root.render(<WaitingNotice onTakeOver={takeOver} />),
    onTakenOver: async () => {
      await store?.getState().flushDraft();
      root.render(<TakenOverNotice />);
    },
  });
  store = createConsoleStore({
    bridge,
    newUid,
    after,
    loadNewest: bridge.desktop === undefined ? reloadNewest : null,
  });
  // What is wanted first is read first.
  store.setState({ view: parseRoute(window.location.hash).view });
  followConsole(store, { bridge, after });
  followAlerts(store, bridge);
  void (bridge.desktop === undefined ? store.getState().loadSession() : store.getState().loadDesktop());
  root.render(
    <StrictMode>
      <App store={store} desktop={bridge.desktop} />
    </StrictMode>,
  );
}

const container = document.querySelector('#root');
if (container !== null) {
  const root = createRoot(container);
  start(root).catch((error: unknown) => {
    root.render(<FailedNotice reason={error instanceof Error ? error.message : ''} />);
  });
}
