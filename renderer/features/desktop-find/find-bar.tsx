import { ActionIcon, TextInput } from '@mantine/core';
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs';
import IconChevronUp from '@tabler/icons-react/dist/esm/icons/IconChevronUp.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import classes from './find-bar.module.css';

/** Looks for a text in what this window shows, and says at which of its places it is. */
export function FindBar() {
  const store = useConsoleStore();
  const t = wordsOf(['desktop-app', 'common']);
  const finding = useConsole((state) => state.finding);
  const field = useRef<HTMLInputElement>(null);
  const isOpen = finding !== null;
  useEffect(() => {
    if (isOpen) field.current?.select();
  }, [isOpen]);
  if (finding === null) return null;
  const { text, ordinal, matches } = finding;
  const { find, stopFinding } = store.getState();

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape') stopFinding();
    else if (event.key === 'Enter') find(text, !event.shiftKey);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <search className={classes['bar']} aria-label={t('desktop-app:find')}>
      <TextInput
        ref={field}
        size="xs"
        aria-label={t('desktop-app:find')}
        placeholder={t('desktop-app:find')}
        value={text}
        onChange={(event) => find(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <span className={classes['count']} role="status" aria-label={t('desktop-app:found_where')}>
        {matches === null ? '' : t('desktop-app:found', { ordinal, matches })}
      </span>
      <ActionIcon aria-label={t('desktop-app:find_previous')} onClick={() => find(text, false)}>
        <IconChevronUp aria-hidden size={16} stroke={1.75} />
      </ActionIcon>
      <ActionIcon aria-label={t('desktop-app:find_next')} onClick={() => find(text)}>
        <IconChevronDown aria-hidden size={16} stroke={1.75} />
      </ActionIcon>
      <ActionIcon aria-label={t('common:close')} onClick={stopFinding}>
        <IconX aria-hidden size={16} stroke={1.75} />
      </ActionIcon>
    </search>
  );
}
