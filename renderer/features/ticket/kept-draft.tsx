import { Button } from '@mantine/core';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { clockOrDate } from '../../ui/time.ts';
import { useNow } from '../../ui/use-now.ts';
import classes from './kept-draft.module.css';

/** What was being written on a ticket that is not here any more: to be read, copied, or let go of. */
export function KeptDraft() {
  const store = useConsoleStore();
  const t = wordsOf(['ticket', 'common']);
  const draft = useConsole((state) => state.keptDraft);
  const now = useNow();
  if (draft === null) return null;

  async function copy(text: string): Promise<void> {
    store.getState().notify((await copyText(text)) ? t('ticket:kept.copied') : t('ticket:kept.not_copied'));
  }

  return (
    <section className={classes['kept']} aria-label={t('ticket:kept.title')} data-mode={draft.mode}>
      <h2 className={classes['title']}>
        {t('ticket:kept.title')} <span>{clockOrDate(draft.updated_at, now)}</span>
      </h2>
      <p className={classes['text']} dir="auto">
        {draft.text}
      </p>
      <div className={classes['actions']}>
        <Button onClick={() => void copy(draft.text)}>{t('ticket:kept.copy')}</Button>
        <Button variant="default" onClick={() => void store.getState().discardKeptDraft()}>
          {t('ticket:kept.let_go')}
        </Button>
      </div>
    </section>
  );
}
