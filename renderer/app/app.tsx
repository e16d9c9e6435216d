import { Button, Loader } from '@mantine/core';
import IconPlugConnectedX from '@tabler/icons-react/dist/esm/icons/IconPlugConnectedX.mjs';
import { lazy, Suspense } from 'react';
import type { ConsoleBridge } from '#shared/protocol/ipc.ts';
import { FindBar } from '../features/desktop-find/find-bar.tsx';
import { SignInScreen } from '../features/sign-in/sign-in-screen.tsx';
import type { ConsoleStore } from '../store/create-console-store.ts';
import { StoreContext, useConsole, useConsoleStore } from '../store/store-context.tsx';
import { wordsOf } from '../ui/i18n/i18n.ts';
import { useLanguage } from '../ui/i18n/use-language.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import classes from './app.module.css';
import { Desk } from './desk.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { LazyDialogs } from './lazy-dialogs.tsx';
import { Themed } from './themed.tsx';
import { isTicketWindow, TicketWindow } from './ticket-window.tsx';
import { useAskedParts } from './use-asked-parts.ts';

/** Browsers have their node already. */
const SetupScreen = lazy(async () => ({
  default: (await import('../features/desktop-setup/setup-screen.tsx')).SetupScreen,
}));

function Opening() {
  const store = useConsoleStore();
  const t = wordsOf(['desk', 'common']);
  const error = useConsole((state) => state.sessionError);
  if (error === null) {
    return (
      <div className={classes['opening']} role="status" aria-label={t('desk:opening')}>
        <Loader size="sm" />
      </div>
    );
  }
  const retry = (
    <Button size="sm" onClick={() => void store.getState().loadSession()}>
      {t('common:try_again')}
    </Button>
  );
  return (
    <div className={classes['opening']}>
      <EmptyState icon={IconPlugConnectedX} title={t('desk:files_failed')} action={retry}>
        {error.message}
      </EmptyState>
    </div>
  );
}

interface Desktop {
  /** What only the desktop app can do; undefined in a browser. */
  desktop: ConsoleBridge['desktop'];
}

function Screen({ desktop }: Desktop) {
  const session = useConsole((state) => state.session);
  const isSetupShown = useConsole(
    (state) => state.isSetupOpen || (state.desktop !== null && state.desktop.current === null),
  );
  useAskedParts(desktop);
  if (desktop !== undefined && isSetupShown) {
    return (
      <Suspense fallback={<Opening />}>
        <SetupScreen />
      </Suspense>
    );
  }
  if (session === null) return <Opening />;
  if (session.state === 'signed_out') return <SignInScreen />;
  return isTicketWindow() ? <TicketWindow desktop={desktop} /> : <Desk desktop={desktop} />;
}

/**
 * The window: theme, store, and the screen that the session asks for. Another language draws everything anew, so that
 * plain functions may give words as well as components; what is worked on lies in the store and stays.
 */
export function App({ store, desktop }: { store: ConsoleStore } & Desktop) {
  const { language } = useLanguage();
  return (
    <Themed>
      <ErrorBoundary key={language}>
        <StoreContext value={store}>
          <Screen desktop={desktop} />
          <LazyDialogs />
          <FindBar />
        </StoreContext>
      </ErrorBoundary>
    </Themed>
  );
}
