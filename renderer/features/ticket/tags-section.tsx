import { ActionIcon } from '@mantine/core';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import type { TicketRow } from '#shared/model/ticket.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { useTitled } from '../../store/use-titled.ts';
import { ChoiceList } from '../../ui/choice-list.tsx';
import { Chooser } from '../../ui/chooser.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { Removable } from '../../ui/removable.tsx';
import { maxTagLength, tagChoices } from '../../ui/tickets/tag-choices.tsx';
import { tagsOf } from '../../ui/tickets/tags.ts';
import classes from './tags-section.module.css';

/** The ticket's tags, with the way to more of them. */
export function TagsSection({ ticket }: { ticket: TicketRow }) {
  const store = useConsoleStore();
  const t = wordsOf(['ticket', 'tickets']);
  const known = useConsole((state) => state.knownTags);
  const isOpen = useConsole((state) => state.openMenu === 'tags');
  const title = useTitled(t('ticket:tags.add'), 'tags');
  const tags = tagsOf(ticket);
  const setOpen = (opened: boolean) => store.getState().setOpenMenu(opened ? 'tags' : null);

  function toggle(tag: string, isAdded: boolean): void {
    void store.getState().act({ kind: 'tags', add: isAdded ? [tag] : [], remove: isAdded ? [] : [tag] });
  }

  return (
    <div className={classes['tags']}>
      {tags.map((tag) => (
        <Removable key={tag} label={t('ticket:tags.remove', { tag })} onRemove={() => toggle(tag, false)}>
          {tag}
        </Removable>
      ))}
      <Chooser
        isOpen={isOpen}
        onChange={setOpen}
        label={t('ticket:tags.add')}
        width={230}
        target={
          <ActionIcon
            size={24}
            variant="default"
            aria-label={t('ticket:tags.add')}
            title={title}
            onClick={() => setOpen(!isOpen)}
          >
            <IconPlus size={14} stroke={2} />
          </ActionIcon>
        }
      >
        <ChoiceList
          label={t('tickets:tags.search')}
          placeholder={t('tickets:tags.placeholder')}
          maxLength={maxTagLength}
          emptyText={t('tickets:tags.none')}
          onDone={() => setOpen(false)}
          choicesFor={(text) => tagChoices(text, { known, carried: tags, onToggle: toggle })}
        />
      </Chooser>
    </div>
  );
}
