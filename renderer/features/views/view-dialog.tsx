import { Button, NativeSelect } from '@mantine/core';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { useState } from 'react';
import { viewSorts, type ViewFilter, type ViewSort } from '#shared/model/view-filter.ts';
import type { ConsoleUser } from '#shared/protocol/console-session.ts';
import { askNode } from '../../store/ask-node.ts';
import { navigate } from '../../store/navigate.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { viewCalls } from '../../store/view-calls.ts';
import { keyOfSaved, type SavedView } from '../../store/view-key.ts';
import { FormDialog } from '../../ui/admin/form-dialog.tsx';
import { NameField } from '../../ui/admin/name-field.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { blankDraft, conditionOf, draftOf, type ConditionDraft } from './condition-draft.ts';
import { ConditionRow } from './condition-row.tsx';
import { FittingCount } from './fitting-count.tsx';
import { ShareFields, type Share } from './share-fields.tsx';
import classes from './views.module.css';

type Row = ConditionDraft & { key: number };

/** The conditions that are being written. */
function useConditions(filter: ViewFilter) {
  const [rows, setRows] = useState<readonly Row[]>(() =>
    filter.conditions.map((condition, key) => ({ ...draftOf(condition), key })),
  );
  const nextKey = 1 + Math.max(-1, ...rows.map(({ key }) => key));
  const written = rows.map(conditionOf);
  return {
    rows,
    conditions: written.every((condition) => condition !== null) ? written : null,
    add: () => setRows([...rows, { ...blankDraft('anywhere'), key: nextKey }]),
    change: (key: number, draft: ConditionDraft) =>
      setRows(rows.map((row) => (row.key === key ? { ...draft, key } : row))),
    remove: (key: number) => setRows(rows.filter((row) => row.key !== key)),
  };
}

function ConditionFields({
  rows,
  add,
  change,
  remove,
}: Omit<ReturnType<typeof useConditions>, 'conditions'>) {
  const t = wordsOf('views');
  return (
    <fieldset className={classes['conditions']}>
      <legend>{t('shows')}</legend>
      {rows.map(({ key, ...draft }) => (
        <ConditionRow
          key={key}
          draft={draft}
          onChange={(changed) => change(key, changed)}
          onRemove={() => remove(key)}
        />
      ))}
      <Button
        variant="subtle"
        size="xs"
        className={classes['add'] ?? ''}
        leftSection={<IconPlus aria-hidden size={14} stroke={2} />}
        onClick={add}
      >
        {t('add')}
      </Button>
      <p className={classes['hint']}>{t('silent')}</p>
    </fieldset>
  );
}

interface ViewFormProps {
  /** The view that is changed; null for a new one. */
  view: SavedView | null;
  filter: ViewFilter;
  user: ConsoleUser;
}

function ViewForm({ view, filter, user }: ViewFormProps) {
  const t = wordsOf(['views', 'common']);
  const store = useConsoleStore();
  const [name, setName] = useState(view?.name ?? '');
  const [sort, setSort] = useState<ViewSort>(filter.sort);
  const [share, setShare] = useState<Share>({
    visibility: view?.visibility ?? 'own',
    department: view?.department ?? null,
  });
  const { conditions, ...fields } = useConditions(filter);
  const written = conditions === null ? null : { conditions, sort };

  function submit(filter: ViewFilter) {
    const { visibility, department } = share;
    const body = {
      name: name.trim(),
      visibility,
      ...(department === null ? {} : { department }),
      body: filter,
    };
    return view === null
      ? askNode(store, viewCalls.create, { body })
      : askNode(store, viewCalls.update, { params: { id: view.id }, body: { ...body, ver: view.ver } });
  }

  return (
    <FormDialog
      size={780}
      title={view === null ? t('views:new') : t('views:edit')}
      action={view === null ? t('views:create') : t('common:save')}
      onClose={() => store.getState().leaveView()}
      onSubmit={name.trim() === '' || written === null ? null : () => submit(written)}
      onDone={(saved) => navigate(store, { view: keyOfSaved(saved.view.uid), ticketUid: null })}
    >
      <div className={classes['head']}>
        <NameField label={t('views:name')} value={name} onChange={setName} />
        <ShareFields user={user} share={share} onChange={setShare} />
      </div>
      <ConditionFields {...fields} />
      <div className={classes['sort']}>
        <NativeSelect
          label={t('views:sort')}
          value={sort}
          data={viewSorts.map((value) => ({ value, label: t(`views:sorts.${value}`) }))}
          onChange={(event) =>
            setSort(viewSorts.find((known) => known === event.currentTarget.value) ?? 'updated')
          }
        />
        <FittingCount filter={written} />
      </div>
    </FormDialog>
  );
}

/** Writes a view: who sees it, what it shows, and how many tickets that is. */
export function ViewDialog() {
  const draft = useConsole((state) => state.viewDraft);
  const user = useConsole(({ session }) => (session?.state === 'signed_in' ? session.user : null));
  return draft === null || user === null ? null : <ViewForm {...draft} user={user} />;
}
