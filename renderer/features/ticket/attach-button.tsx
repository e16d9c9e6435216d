import { ActionIcon } from '@mantine/core';
import IconPaperclip from '@tabler/icons-react/dist/esm/icons/IconPaperclip.mjs';
import { useRef } from 'react';
import { useConsoleStore } from '../../store/store-context.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';

/** Chooses files for those who neither drop nor paste them. */
export function AttachButton() {
  const store = useConsoleStore();
  const t = wordsOf('files');
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <ActionIcon aria-label={t('attach')} title={t('attach')} onClick={() => input.current?.click()}>
        <IconPaperclip size={17} stroke={1.75} />
      </ActionIcon>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('attach')}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          // The same file can be chosen again.
          event.currentTarget.value = '';
          void store.getState().attachFiles(files);
        }}
      />
    </>
  );
}
