import { ActionIcon, Menu } from '@mantine/core';
import IconArrowBackUp from '@tabler/icons-react/dist/esm/icons/IconArrowBackUp.mjs';
import IconAlarm from '@tabler/icons-react/dist/esm/icons/IconAlarm.mjs';
import IconBolt from '@tabler/icons-react/dist/esm/icons/IconBolt.mjs';
import IconCircleDot from '@tabler/icons-react/dist/esm/icons/IconCircleDot.mjs';
import IconFlag from '@tabler/icons-react/dist/esm/icons/IconFlag.mjs';
import IconFolder from '@tabler/icons-react/dist/esm/icons/IconFolder.mjs';
import IconTag from '@tabler/icons-react/dist/esm/icons/IconTag.mjs';
import IconUserPlus from '@tabler/icons-react/dist/esm/icons/IconUserPlus.mjs';
import type { Icon } from '@tabler/icons-react';
import type { ComponentProps, ReactNode } from 'react';
import { statuses } from '#shared/model/status.ts';
import type { PropertyName } from '../../store/shell-state.ts';
import { assignable } from '../../store/people.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { useTitled } from '../../store/use-titled.ts';
import { ChoiceList } from '../../ui/choice-list.tsx';
import { Chooser } from '../../ui/chooser.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { CategoryChoices, PriorityChoices, StatusChoices } from '../../ui/tickets/menu-choices.tsx';
import { macroChoices } from '../../ui/tickets/macro-choices.tsx';
import { peopleChoices } from '../../ui/tickets/people-choices.tsx';
import { snoozeChoices } from '../../ui/tickets/snooze-choices.tsx';
import { maxTagLength, tagChoices } from '../../ui/tickets/tag-choices.tsx';
import { tagsOf } from '../../ui/tickets/tags.ts';
import classes from './bulk.module.css';

/** A ticket becomes new by being opened, never by being moved. */
const targetStatuses = statuses.filter((status) => status !== 'new');

interface BulkMenuProps {
  name: PropertyName;
  label: string;
  icon: Icon;
  children: ReactNode;
}

/** The control of one thing that can be done, open or not. */
function useBulkControl(name: PropertyName, label: string) {
  const store = useConsoleStore();
  const menu = `bulk-${name}` as const;
  const title = useTitled(label, name === 'assignee' ? 'assign' : name);
  const isOpen = useConsole((state) => state.openMenu === menu);
  const setOpen = (opened: boolean) => store.getState().setOpenMenu(opened ? menu : null);
  return { title, isOpen, setOpen };
}

function BulkMenu({ name, label, icon: MenuIcon, children }: BulkMenuProps) {
  const { title, isOpen, setOpen } = useBulkControl(name, label);
  return (
    <Menu opened={isOpen} onChange={setOpen} position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon aria-label={label} title={title}>
          <MenuIcon aria-hidden size={17} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown aria-label={label}>{children}</Menu.Dropdown>
    </Menu>
  );
}

interface BulkChooserProps extends Omit<BulkMenuProps, 'children'> {
  width: number;
  list: Omit<ComponentProps<typeof ChoiceList>, 'onDone'>;
}

function BulkChooser({ name, label, icon: MenuIcon, width, list }: BulkChooserProps) {
  const { title, isOpen, setOpen } = useBulkControl(name, label);
  const target = (
    <ActionIcon aria-label={label} title={title} onClick={() => setOpen(!isOpen)}>
      <MenuIcon aria-hidden size={17} stroke={1.75} />
    </ActionIcon>
  );
  return (
    <Chooser
      isOpen={isOpen}
      onChange={setOpen}
      label={label}
      target={target}
      width={width}
      position="bottom-end"
    >
      <ChoiceList {...list} onDone={() => setOpen(false)} />
    </Chooser>
  );
}

function AssignMenu() {
  const store = useConsoleStore();
  const t = wordsOf(['bulk', 'tickets']);
  const people = useConsole((state) => state.people);
  const myId = useConsole(({ session }) => (session?.state === 'signed_in' ? session.user.id : -1));
  const list = {
    label: t('tickets:people.find'),
    placeholder: t('tickets:people.assign_to'),
    emptyText: t('tickets:people.none'),
    choicesFor: (text: string) =>
      peopleChoices({
        people: assignable(people, myId, text),
        myId,
        currentId: null,
        hasNobody: text === '',
        onChoose: (to) => void store.getState().actOnSelected({ kind: 'assign', to }),
      }),
  };
  return <BulkChooser name="assignee" label={t('bulk:assign')} icon={IconUserPlus} width={240} list={list} />;
}

function SnoozeMenu() {
  const store = useConsoleStore();
  const t = wordsOf(['bulk', 'tickets']);
  const list = {
    label: t('tickets:snooze.until'),
    placeholder: t('tickets:snooze.placeholder'),
    emptyText: t('tickets:snooze.not_understood'),
    choicesFor: (text: string) =>
      snoozeChoices(text, {
        isSnoozed: true,
        now: Date.now(),
        onChoose: (wish) => void store.getState().snooze(wish, 'selected'),
      }),
  };
  return <BulkChooser name="snooze" label={t('bulk:snooze')} icon={IconAlarm} width={300} list={list} />;
}

/** Tags on all of the selected tickets that are loaded have a mark: choosing one again takes it off. */
function TagMenu() {
  const store = useConsoleStore();
  const t = wordsOf(['bulk', 'tickets']);
  const known = useConsole((state) => state.knownTags);
  const selected = useConsole((state) => state.selectedUids);
  const items = useConsole((state) => state.list.items);
  const tagLists = items.filter(({ ticket }) => selected.has(ticket.uid)).map(({ ticket }) => tagsOf(ticket));
  const [first = [], ...others] = tagLists;
  const carried = first.filter((tag) => others.every((tags) => tags.includes(tag)));
  const onToggle = (tag: string, isAdded: boolean) =>
    void store
      .getState()
      .actOnSelected({ kind: 'tags', add: isAdded ? [tag] : [], remove: isAdded ? [] : [tag] });
  const list = {
    label: t('tickets:tags.search'),
    placeholder: t('tickets:tags.placeholder'),
    emptyText: t('tickets:tags.none'),
    maxLength: maxTagLength,
    choicesFor: (text: string) =>
      tagChoices(text, { known, carried, onToggle }).map((choice) => ({ ...choice, isKept: false })),
  };
  return <BulkChooser name="tags" label={t('bulk:tags')} icon={IconTag} width={230} list={list} />;
}

function ReplyButton() {
  const store = useConsoleStore();
  const t = wordsOf('bulk');
  const title = useTitled(t('reply'), 'reply');
  return (
    <ActionIcon aria-label={t('reply')} title={title} onClick={() => store.getState().setBulkReplyOpen(true)}>
      <IconArrowBackUp aria-hidden size={17} stroke={1.75} />
    </ActionIcon>
  );
}

function MacroMenu() {
  const store = useConsoleStore();
  const t = wordsOf('bulk');
  const macros = useConsole((state) => state.macros);
  const list = {
    label: t('find_macro'),
    placeholder: t('find_macro'),
    emptyText: t('no_macros'),
    choicesFor: (text: string) =>
      macroChoices(macros, text, (macro) => void store.getState().applyMacroToSelected(macro)),
  };
  return <BulkChooser name="macro" label={t('macro')} icon={IconBolt} width={340} list={list} />;
}

/** What can be done to all that is selected. */
export function BulkMenus() {
  const store = useConsoleStore();
  const t = wordsOf('bulk');
  return (
    <span className={classes['menus']}>
      <AssignMenu />
      <BulkMenu name="status" label={t('status')} icon={IconCircleDot}>
        <StatusChoices
          statuses={targetStatuses}
          onChoose={(to) => void store.getState().actOnSelected({ kind: 'status', to })}
        />
      </BulkMenu>
      <BulkMenu name="priority" label={t('priority')} icon={IconFlag}>
        <PriorityChoices onChoose={(to) => void store.getState().actOnSelected({ kind: 'priority', to })} />
      </BulkMenu>
      <ReplyButton />
      <MacroMenu />
      <SnoozeMenu />
      <TagMenu />
      <BulkMenu name="category" label={t('category')} icon={IconFolder}>
        <CategoryChoices onChoose={(to) => void store.getState().actOnSelected({ kind: 'category', to })} />
      </BulkMenu>
    </span>
  );
}
