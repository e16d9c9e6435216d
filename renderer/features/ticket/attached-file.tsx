import { Button } from '@mantine/core';
import IconAlertCircle from '@tabler/icons-react/dist/esm/icons/IconAlertCircle.mjs';
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import { lazy, Suspense, useRef, useState } from 'react';
import type { Conversation } from '#shared/protocol/ticket-detail.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { byteSize } from '../../ui/byte-size.ts';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import classes from './attached-file.module.css';
import { FileIcon } from './file-icon.tsx';
import { endingOf } from './file-kind.ts';
import { useFilePicture } from './use-file-picture.ts';
import { useSaveFile } from './use-save-file.ts';

const PictureDialog = lazy(async () => ({
  default: (await import('./picture-dialog.tsx')).PictureDialog,
}));

export type Attached = Conversation['attachments'][number];

/** What stands in the way of a file that was attached here, and what its author can do about it. */
function FileState({ file: { row, delivery, problem } }: { file: Attached }) {
  const store = useConsoleStore();
  const t = wordsOf('files');
  const isOffline = useConsole(({ status }) => status?.connection.state !== 'live');
  if (delivery === 'delivered') return null;
  if (delivery === 'sent') return <span className={classes['state']}>{t('sending')}</span>;
  const { file_name: name, uid } = row;
  const remove = (
    <Button
      size="compact-xs"
      variant="default"
      aria-label={t('remove', { name })}
      onClick={() => void store.getState().dropFile(uid)}
    >
      {t('remove_short')}
    </Button>
  );
  if (delivery === 'queued') {
    return (
      <span className={classes['state']}>
        <IconClock aria-hidden size={13} stroke={2} />
        {isOffline ? t('waits_offline') : t('waits')} {remove}
      </span>
    );
  }
  return (
    <span className={classes['state']} data-problem role="alert">
      <IconAlertCircle aria-hidden size={13} stroke={2} />
      {t('not_kept', { name, reason: t(`problem.${problem ?? 'invalid'}`) })}
      <Button
        size="compact-xs"
        variant="default"
        aria-label={t('retry', { name })}
        onClick={() => void store.getState().retryFile(uid)}
      >
        {t('retry_short')}
      </Button>
      {remove}
    </span>
  );
}

/** One file of a conversation: a picture where it is one, its name, kind and size, and how to have it. */
export function AttachedFile({ file }: { file: Attached }) {
  const t = wordsOf('files');
  const { row } = file;
  const name = row.file_name;
  const element = useRef<HTMLDivElement>(null);
  const picture = useFilePicture(row, element);
  const { save, problem } = useSaveFile(row);
  const [isOpen, setOpen] = useState(false);
  const missing = problem ?? (picture.state === 'missing' ? picture.problem : null);
  const kind = [endingOf(row), byteSize(row.size_bytes)].filter((part) => part !== '').join(' · ');
  return (
    <div ref={element} className={classes['attached']} data-attachment={name}>
      {picture.state === 'shown' ? (
        <button
          type="button"
          className={classes['picture']}
          aria-label={t('open', { name })}
          onClick={() => setOpen(true)}
        >
          <img src={picture.url} alt={name} />
        </button>
      ) : null}
      {picture.state === 'loading' ? <span className={classes['placeholder']}>{t('loading')}</span> : null}
      <button
        type="button"
        className={classes['card']}
        aria-label={t('save', { name })}
        title={t('save', { name })}
        onClick={() => void save()}
      >
        <FileIcon file={row} size={20} />
        <span className={classes['what']}>
          <bdi className={classes['name']}>{name}</bdi>
          <span className={classes['kind']}>{kind}</span>
        </span>
        <IconDownload aria-hidden size={16} stroke={1.75} />
      </button>
      <FileState file={file} />
      {missing === null ? null : (
        <span className={classes['state']} role="status">
          {t(missing)}
        </span>
      )}
      {isOpen && picture.state === 'shown' ? (
        <Suspense fallback={null}>
          <PictureDialog
            name={name}
            url={picture.url}
            onSave={() => void save()}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      ) : null}
    </div>
  );
}

/** The files of one message. */
export function AttachedFiles({ files }: { files: readonly Attached[] }) {
  if (files.length === 0) return null;
  return (
    <div className={classes['files']}>
      {files.map((file) => (
        <AttachedFile key={file.row.uid} file={file} />
      ))}
    </div>
  );
}
