import { ActionIcon, Button, Progress } from '@mantine/core';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import type { BulkRun } from '../../store/selection-state.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { countOf } from '../../store/views.ts';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { BulkMenus } from './bulk-menus.tsx';
import classes from './bulk.module.css';

/** How far the work on the selection has come, and the way to end it early. */
function Running({ run }: { run: BulkRun }) {
  const store = useConsoleStore();
  const t = wordsOf('bulk');
  const { what, doneCount, totalCount } = run;
  const text = t('progress', { what, done: doneCount, total: totalCount });
  return (
    <div className={classes['bar']}>
      <span className={classes['running']}>
        <span role="status">{text}</span>
        <Progress value={(doneCount / totalCount) * 100} size={4} aria-label={text} />
      </span>
      <Button variant="default" onClick={() => store.getState().stopBulk()}>
        {t('stop')}
      </Button>
    </div>
  );
}

/** Offers the rest of the view once all that is loaded is selected. */
function SelectRest() {
  const store = useConsoleStore();
  const t = wordsOf('bulk');
  const isOffered = useConsole(
    ({ list, selectedUids }) => list.next !== null && selectedUids.size >= list.items.length,
  );
  const selectedCount = useConsole((state) => state.selectedUids.size);
  const totalCount = useConsole((state) => countOf(state.view, state) ?? 0);
  if (!isOffered || selectedCount >= totalCount) return null;
  return (
    <button type="button" className={classes['rest']} onClick={() => void store.getState().selectMatching()}>
      {t('select_all', { count: totalCount })}
    </button>
  );
}

/** In place of the list's header while tickets are selected: how many, and what can be done to all of them. */
export function BulkToolbar() {
  const store = useConsoleStore();
  const t = wordsOf('bulk');
  const count = useConsole((state) => state.selectedUids.size);
  const run = useConsole((state) => state.bulkRun);
  if (run !== null) return <Running run={run} />;
  return (
    <>
      <div className={classes['bar']} role="toolbar" aria-label={t('toolbar')}>
        <ActionIcon
          aria-label={t('clear')}
          title={t('clear')}
          onClick={() => store.getState().clearSelection()}
        >
          <IconX size={16} stroke={1.75} />
        </ActionIcon>
        <span className={classes['count']} role="status">
          {t('selected', { count })}
        </span>
        <BulkMenus />
      </div>
      <SelectRest />
    </>
  );
}
