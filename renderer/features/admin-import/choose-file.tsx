import { Button } from '@mantine/core';
import IconFileImport from '@tabler/icons-react/dist/esm/icons/IconFileImport.mjs';
import { useRef, useState, type DragEvent } from 'react';
import { useConsoleStore } from '../../store/store-context.tsx';
import { share } from '../../ui/admin/figures.ts';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { importFailure, uploadFile } from './upload-file.ts';
import classes from './import.module.css';

/** Takes a file by the button or by hand, and sends it to the node. */
export function ChooseFile({ onSent }: { onSent: (importId: number) => void }) {
  const t = wordsOf(['admin-import', 'admin']);
  const store = useConsoleStore();
  const input = useRef<HTMLInputElement>(null);
  const [sent, setSent] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  async function send(file: File | undefined): Promise<void> {
    if (file === undefined || sent !== null) return;
    setProblem(null);
    setSent(0);
    const done = await uploadFile(store, file, setSent);
    setSent(null);
    if (done.ok) onSent(done.value);
    else setProblem(importFailure(done.error));
  }

  function onDrop(event: DragEvent): void {
    event.preventDefault();
    void send(event.dataTransfer.files[0]);
  }

  return (
    <div className={classes['drop']} onDragOver={(event) => event.preventDefault()} onDrop={onDrop}>
      <IconFileImport aria-hidden size={26} stroke={1.5} />
      <p className={classes['hint']}>{t('admin-import:choose_hint')}</p>
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,.tsv,.txt,text/csv"
        aria-label={t('admin-import:file')}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          void send(file);
          event.currentTarget.value = '';
        }}
      />
      <Button size="sm" loading={sent !== null} onClick={() => input.current?.click()}>
        {t('admin-import:choose')}
      </Button>
      <p className={classes['state']} role="status">
        {sent === null ? (
          <span className={classes['bad']}>{problem}</span>
        ) : (
          t('admin-import:sending', { share: share(sent) })
        )}
      </p>
    </div>
  );
}
