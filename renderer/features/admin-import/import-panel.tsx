import { Button } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { importCalls, type CsvImport } from '#shared/protocol/admin/imports.ts';
import { askNode } from '../../store/ask-node.ts';
import { useConsoleStore } from '../../store/store-context.tsx';
import { useAnswer } from '../../store/use-answer.ts';
import { AnswerState } from '../../ui/admin/answer-state.tsx';
import { figure } from '../../ui/admin/figures.ts';
import { Section } from '../../ui/admin/page.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { ColumnChoice, type FileColumns } from './column-choice.tsx';
import { ImportProgress, ImportTiles, ProblemTable } from './import-result.tsx';
import { importFailure } from './upload-file.ts';
import classes from './import.module.css';

/** How often a run is looked at. */
const lookEveryMs = 700;

const isBusy = ({ state }: CsvImport): boolean => state === 'checking' || state === 'running';

interface StepsProps {
  csv: CsvImport;
  onStart: () => void;
  onColumns: () => void;
  onCancel: () => void;
  onClose: () => void;
}

/** What can be done next. */
function Steps({ csv, onStart, onColumns, onCancel, onClose }: StepsProps) {
  const t = wordsOf('admin-import');
  const hasEnded = csv.state === 'done' || csv.state === 'cancelled';
  return (
    <div className={classes['foot']}>
      {csv.state === 'checked' ? (
        <>
          <Button size="sm" disabled={csv.rows_new === 0} onClick={onStart}>
            {t('start', { count: csv.rows_new, formatted: figure(csv.rows_new) })}
          </Button>
          <Button size="sm" variant="default" onClick={onColumns}>
            {t('change_columns')}
          </Button>
        </>
      ) : null}
      <Button
        size="sm"
        variant={hasEnded ? 'default' : 'subtle'}
        {...(hasEnded ? {} : { color: 'gray' })}
        onClick={hasEnded ? onClose : onCancel}
      >
        {t(hasEnded ? 'close' : csv.state === 'running' ? 'stop' : 'discard')}
      </Button>
    </div>
  );
}

/** An import as it stands, and the steps that it can be taken. */
function useImport(id: number) {
  const store = useConsoleStore();
  const [everyMs, setEveryMs] = useState<number | null>(null);
  const [file, setFile] = useState<FileColumns | null>(null);
  const answered = useAnswer(importCalls.read, { params: { id } }, { everyMs });
  const csv = answered.value?.import;
  const busy = csv !== undefined && isBusy(csv);
  useEffect(() => setEveryMs(busy ? lookEveryMs : null), [busy]);

  const readColumns = useCallback(async () => {
    const read = await askNode(store, importCalls.columns, { params: { id } });
    if (read.ok) setFile(read.value);
    else store.getState().notify(importFailure(read.error), 'problem');
  }, [store, id]);

  // The columns are asked for once the file is there, and again by whoever comes back to it.
  const isUnread = csv?.state === 'uploading' || csv?.state === 'read';
  useEffect(() => {
    if (isUnread) void readColumns();
  }, [isUnread, readColumns]);

  async function step(call: typeof importCalls.start): Promise<void> {
    const done = await askNode(store, call, { params: { id } });
    if (!done.ok) store.getState().notify(importFailure(done.error), 'problem');
    await answered.reload();
  }

  function onChecking(): void {
    setFile(null);
    void answered.reload();
  }

  return { answered, file, readColumns, step, onChecking };
}

/** One import, from its columns to its end. */
export function ImportPanel({ id, onClose }: { id: number; onClose: () => void }) {
  const t = wordsOf('admin-import');
  const { answered, file, readColumns, step, onChecking } = useImport(id);
  const cancel = () => void step(importCalls.cancel).then(onClose);
  return (
    <AnswerState {...answered}>
      {({ import: csv, problems }) => (
        <Section title={`${csv.file_name}: ${t(`state.${file?.import.state ?? csv.state}`)}`}>
          {file === null ? (
            <>
              {isBusy(csv) ? <ImportProgress csv={csv} /> : null}
              {csv.state === 'uploading' || csv.state === 'read' ? null : <ImportTiles csv={csv} />}
              <Steps
                csv={csv}
                onStart={() => void step(importCalls.start)}
                onColumns={() => void readColumns()}
                onCancel={cancel}
                onClose={onClose}
              />
              <ProblemTable csv={csv} problems={problems} />
            </>
          ) : (
            <ColumnChoice
              key={file.import.updated_at}
              file={file}
              onCancel={cancel}
              onChecking={onChecking}
            />
          )}
        </Section>
      )}
    </AnswerState>
  );
}
