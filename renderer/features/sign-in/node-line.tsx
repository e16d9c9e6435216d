import IconServer from '@tabler/icons-react/dist/esm/icons/IconServer.mjs';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import classes from './sign-in.module.css';

/** Which node the desktop app works with; absent in a browser, whose node is where the page came from. */
export function NodeLine() {
  const store = useConsoleStore();
  const t = wordsOf(['sign-in', 'common']);
  const current = useConsole((state) => state.desktop?.current ?? null);
  const isFixed = useConsole((state) => state.desktop?.is_fixed === true);
  if (current === null) return null;
  const where = current.kind === 'host' ? t('sign-in:this_computer') : current.url;
  const text = t('sign-in:node_at', { where });
  if (isFixed) return <p className={classes['where']}>{text}</p>;
  return (
    <button
      type="button"
      className={classes['nodeLine']}
      onClick={() => store.getState().setSetupOpen(true)}
      aria-label={text}
    >
      <IconServer aria-hidden size={14} stroke={1.75} />
      <span>{text}</span>
      <span className={classes['change']}>{t('common:change')}</span>
    </button>
  );
}
