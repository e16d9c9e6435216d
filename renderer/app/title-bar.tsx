import { Button } from '@mantine/core';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { AccountMenu } from '../features/account/account-menu.tsx';
import { SearchBox } from '../features/search/search-box.tsx';
import { ConnectionPill } from '../features/sync-status/connection-pill.tsx';
import { useConsoleStore } from '../store/store-context.tsx';
import { useTitled } from '../store/use-titled.ts';
import { wordsOf } from '../ui/i18n/i18n.ts';
import { Logo } from '../ui/logo.tsx';
import classes from './desk.module.css';

/** Name, search, connection and account, across the top of the desk. */
export function TitleBar() {
  const store = useConsoleStore();
  const t = wordsOf('desk');
  const title = useTitled(t('new_ticket'), 'new_ticket');
  return (
    <header className={classes['titleBar']}>
      <span className={classes['brand']}>
        <Logo size={22} />
        Waypost
      </span>
      <span className={classes['spring']} />
      <SearchBox />
      <span className={classes['spring']} />
      <Button
        variant="default"
        leftSection={<IconPlus aria-hidden size={15} stroke={2} />}
        title={title}
        onClick={() => store.getState().startTicket()}
      >
        {t('new_ticket')}
      </Button>
      <ConnectionPill />
      <AccountMenu />
    </header>
  );
}
