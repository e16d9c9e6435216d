import { AccountMenu } from '../features/account/account-menu.tsx';
import { SearchBox } from '../features/search/search-box.tsx';
import { ConnectionPill } from '../features/sync-status/connection-pill.tsx';
import { Logo } from '../ui/logo.tsx';
import classes from './desk.module.css';

/** Name, search, connection and account, across the top of the desk. */
export function TitleBar({ canNotify }: { canNotify: boolean }) {
  return (
    <header className={classes['titleBar']}>
      <span className={classes['brand']}>
        <Logo size={22} />
        Waypost
      </span>
      <span className={classes['spring']} />
      <SearchBox />
      <span className={classes['spring']} />
      <ConnectionPill />
      <AccountMenu canNotify={canNotify} />
    </header>
  );
}
