import { Loader } from '@mantine/core';
import IconAlertCircle from '@tabler/icons-react/dist/esm/icons/IconAlertCircle.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { useShallow } from 'zustand/react/shallow';
import type { TicketRow } from '#shared/model/ticket.ts';
import type { DraftMode } from '../../store/composer.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { byteSize } from '../../ui/byte-size.ts';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { sourceWord } from '../../ui/tickets/words.ts';
import classes from './draft-files.module.css';
import { FileIcon } from './file-icon.tsx';
import { Thumbnail } from './thumbnail.tsx';

function Remove({ label, onRemove }: { label: string; onRemove: () => void }) {
  return (
    <button type="button" className={classes['remove']} aria-label={label} title={label} onClick={onRemove}>
      <IconX aria-hidden size={13} stroke={2} />
    </button>
  );
}

/** The files that go with what is being written, those that are just being kept, and those that could not be. */
export function DraftFiles({ ticket, mode }: { ticket: TicketRow; mode: DraftMode }) {
  const store = useConsoleStore();
  const t = wordsOf('files');
  const files = useConsole((state) => state.detail?.draft_files ?? []);
  const coming = useConsole(
    useShallow((state) => state.comingFiles.filter((file) => file.ticketUid === ticket.uid)),
  );
  if (files.length === 0 && coming.length === 0) return null;
  return (
    <ul className={classes['files']} aria-label={t('chosen')}>
      {files.map((file) => (
        <li key={file.uid} className={classes['file']}>
          <Thumbnail file={file} fallback={<FileIcon file={file} size={16} />} />
          <bdi className={classes['name']} title={file.file_name}>
            {file.file_name}
          </bdi>
          <span className={classes['size']}>{byteSize(file.size_bytes)}</span>
          <Remove
            label={t('remove', { name: file.file_name })}
            onRemove={() => void store.getState().dropFile(file.uid)}
          />
        </li>
      ))}
      {coming.map(({ id, name, problem }) =>
        problem === null ? (
          <li key={id} className={classes['file']}>
            <Loader size={13} aria-hidden />
            <bdi role="status" className={classes['name']}>
              {t('keeping', { name })}
            </bdi>
          </li>
        ) : (
          <li key={id} className={classes['file']} data-problem>
            <IconAlertCircle aria-hidden size={15} stroke={2} />
            <span role="alert">{t('not_kept', { name, reason: problem })}</span>
            <Remove label={t('dismiss', { name })} onRemove={() => store.getState().forgetFileProblem(id)} />
          </li>
        ),
      )}
      {mode === 'reply' && (ticket.source === 'telegram' || ticket.source === 'whatsapp') ? (
        <li className={classes['hint']}>{t('text_alone', { channel: sourceWord(ticket.source) })}</li>
      ) : null}
    </ul>
  );
}
