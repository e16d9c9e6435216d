import { ActionIcon } from '@mantine/core';
import IconHistory from '@tabler/icons-react/dist/esm/icons/IconHistory.mjs';
import { useEffect, useState } from 'react';
import type { EarlierDraft } from '#shared/protocol/draft.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { useTitled } from '../../store/use-titled.ts';
import { ChoiceList, type Choice } from '../../ui/choice-list.tsx';
import { Chooser } from '../../ui/chooser.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { age } from '../../ui/time.ts';

const maxLineLength = 120;

/** Read anew each time the menu opens; null until then. */
function useEarlierDrafts(isOpen: boolean): readonly EarlierDraft[] | null {
  const store = useConsoleStore();
  const [drafts, setDrafts] = useState<readonly EarlierDraft[] | null>(null);
  useEffect(() => {
    if (!isOpen) return undefined;
    let isCurrent = true;
    void store
      .getState()
      .listEarlierDrafts()
      .then((found) => {
        if (isCurrent) setDrafts(found);
      });
    return () => {
      isCurrent = false;
      setDrafts(null);
    };
  }, [store, isOpen]);
  return drafts;
}

/** Earlier drafts that hold what was typed, whatever its case. */
function fitting(drafts: readonly EarlierDraft[], typed: string): readonly EarlierDraft[] {
  const wanted = typed.trim().toLowerCase();
  return drafts.filter(({ text }) => text.toLowerCase().includes(wanted));
}

/** As much of it as a row has room for. */
function firstLine(text: string): string {
  const [line = ''] = text.trim().split('\n', 1);
  return line.length > maxLineLength ? `${line.slice(0, maxLineLength)}…` : line;
}

/** What was written on this ticket before, to go on with. */
export function EarlierDraftsButton() {
  const store = useConsoleStore();
  const t = wordsOf('composer');
  const title = useTitled(t('earlier.title'), 'earlier_drafts');
  const isOpen = useConsole((state) => state.openMenu === 'earlier');
  const setOpen = (opened: boolean) => store.getState().setOpenMenu(opened ? 'earlier' : null);
  const drafts = useEarlierDrafts(isOpen);

  const known = drafts?.length === 0 ? t('earlier.none') : t('earlier.none_fits');
  const emptyText = drafts === null ? '' : known;

  const choiceOf = (draft: EarlierDraft): Choice => ({
    id: String(draft.id),
    text: firstLine(draft.text),
    detail: `${t(draft.mode)} · ${age(draft.kept_at, Date.now())}`,
    choose: () => void store.getState().takeEarlierDraft(draft),
  });

  return (
    <Chooser
      isOpen={isOpen}
      onChange={setOpen}
      label={t('earlier.title')}
      width={360}
      position="top-start"
      target={
        <ActionIcon aria-label={t('earlier.title')} title={title} onClick={() => setOpen(!isOpen)}>
          <IconHistory size={17} stroke={1.75} />
        </ActionIcon>
      }
    >
      <ChoiceList
        label={t('earlier.find')}
        placeholder={t('earlier.find')}
        emptyText={emptyText}
        onDone={() => setOpen(false)}
        choicesFor={(typed) => fitting(drafts ?? [], typed).map(choiceOf)}
      />
    </Chooser>
  );
}
