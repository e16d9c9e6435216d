import { ActionIcon, Menu } from '@mantine/core';
import IconCopyPlus from '@tabler/icons-react/dist/esm/icons/IconCopyPlus.mjs';
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs';
import IconLink from '@tabler/icons-react/dist/esm/icons/IconLink.mjs';
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
import IconPin from '@tabler/icons-react/dist/esm/icons/IconPin.mjs';
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs';
import type { Icon } from '@tabler/icons-react';
import { viewFilterById } from '#shared/model/view.ts';
import { viewLink } from '../../store/route.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { isBuiltIn } from '../../store/view-key.ts';
import { mayChangeView, shownSavedView } from '../../store/views.ts';
import { copyText } from '../../ui/copy-text.ts';
import { words, wordsOf } from '../../ui/i18n/i18n.ts';

interface Entry {
  label: string;
  icon: Icon;
  isDangerous?: boolean;
  run: () => void;
}

/** What can be done with the view that is shown. */
function useEntries(): Entry[] {
  const store = useConsoleStore();
  const t = wordsOf('views');
  const view = useConsole((state) => state.view);
  const saved = useConsole(shownSavedView);
  const isPinned = useConsole((state) => saved !== null && state.pinnedViewUids.includes(saved.uid));
  const mayChange = useConsole((state) => saved !== null && mayChangeView(saved, state));
  const state = store.getState();

  async function copyLink(): Promise<void> {
    const text = viewLink(view, window.location);
    const isCopied = await copyText(text);
    if (isCopied) state.notify(words('shortcuts:copied', { text }));
    else state.notify(words('shortcuts:not_copied'), 'problem');
  }

  const filter = isBuiltIn(view) ? viewFilterById[view] : saved?.body;
  return [
    ...(saved !== null && mayChange
      ? [{ label: t('edit'), icon: IconPencil, run: () => state.editView(saved) }]
      : []),
    ...(saved === null
      ? []
      : [
          {
            label: isPinned ? t('unpin') : t('pin'),
            icon: IconPin,
            run: () => state.togglePinned(saved.uid),
          },
        ]),
    { label: t('copy_link'), icon: IconLink, run: () => void copyLink() },
    { label: t('save_as'), icon: IconCopyPlus, run: () => state.editView(null, filter) },
    ...(saved !== null && mayChange
      ? [{ label: t('delete'), icon: IconTrash, isDangerous: true, run: () => state.askToDeleteView(saved) }]
      : []),
  ];
}

/** The menu of the view that is shown. */
export function ViewMenu() {
  const t = wordsOf('views');
  const entries = useEntries();
  return (
    <Menu position="bottom-end" width={230}>
      <Menu.Target>
        <ActionIcon aria-label={t('actions')} title={t('actions')}>
          <IconDots size={16} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown aria-label={t('actions')}>
        {entries.map(({ label, icon: EntryIcon, isDangerous, run }) => (
          <Menu.Item
            key={label}
            {...(isDangerous === true ? { color: 'red' } : {})}
            leftSection={<EntryIcon aria-hidden size={15} stroke={1.75} />}
            onClick={run}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
