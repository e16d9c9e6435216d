import { ActionIcon, Menu } from '@mantine/core';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { useTranslation } from 'react-i18next';
import type { TicketRow } from '#shared/model/ticket.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { useTitled } from '../../store/use-titled.ts';
import { TagChoices } from '../../ui/tickets/tag-choices.tsx';
import { tagsOf } from '../../ui/tickets/tags.ts';
import classes from './tags-section.module.css';

/** The ticket's tags, with the way to more of them. */
export function TagsSection({ ticket }: { ticket: TicketRow }) {
  const store = useConsoleStore();
  const { t } = useTranslation('ticket');
  const known = useConsole((state) => state.knownTags);
  const isOpen = useConsole((state) => state.openMenu === 'tags');
  const title = useTitled(t('tags.add'), 'tags');
  const tags = tagsOf(ticket);

  function toggle(tag: string, isAdded: boolean): void {
    void store.getState().act({ kind: 'tags', add: isAdded ? [tag] : [], remove: isAdded ? [] : [tag] });
  }

  return (
    <div className={classes['tags']}>
      {tags.map((tag) => (
        <span key={tag} className={classes['tag']}>
          {tag}
          <button
            type="button"
            className={classes['remove']}
            aria-label={t('tags.remove', { tag })}
            onClick={() => toggle(tag, false)}
          >
            <IconX aria-hidden size={12} stroke={2} />
          </button>
        </span>
      ))}
      <Menu
        opened={isOpen}
        onChange={(opened) => store.getState().setOpenMenu(opened ? 'tags' : null)}
        width={230}
      >
        <Menu.Target>
          <ActionIcon size={24} variant="default" aria-label={t('tags.add')} title={title}>
            <IconPlus size={14} stroke={2} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown aria-label={t('tags.add')}>
          <TagChoices known={known} carried={tags} onToggle={toggle} />
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
