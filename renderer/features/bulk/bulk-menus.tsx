import { ActionIcon, Menu } from '@mantine/core';
import IconAlarm from '@tabler/icons-react/dist/esm/icons/IconAlarm.mjs';
import IconCircleDot from '@tabler/icons-react/dist/esm/icons/IconCircleDot.mjs';
import IconFlag from '@tabler/icons-react/dist/esm/icons/IconFlag.mjs';
import IconFolder from '@tabler/icons-react/dist/esm/icons/IconFolder.mjs';
import IconTag from '@tabler/icons-react/dist/esm/icons/IconTag.mjs';
import IconUserPlus from '@tabler/icons-react/dist/esm/icons/IconUserPlus.mjs';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { statuses } from '#shared/model/status.ts';
import type { PropertyName } from '../../store/console-state.ts';
import { assignable } from '../../store/people.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { useTitled } from '../../store/use-titled.ts';
import { CategoryChoices, PriorityChoices, StatusChoices } from '../../ui/tickets/menu-choices.tsx';
import { PeopleChoices } from '../../ui/tickets/people-choices.tsx';
import { SnoozeChoices } from '../../ui/tickets/snooze-choices.tsx';
import { TagChoices } from '../../ui/tickets/tag-choices.tsx';
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

function BulkMenu({ name, label, icon: MenuIcon, children }: BulkMenuProps) {
  const store = useConsoleStore();
  const menu = `bulk-${name}` as const;
  const title = useTitled(label, name === 'assignee' ? 'assign' : name);
  const isOpen = useConsole((state) => state.openMenu === menu);
  return (
    <Menu
      opened={isOpen}
      onChange={(opened) => store.getState().setOpenMenu(opened ? menu : null)}
      position="bottom-end"
      width={name === 'snooze' ? 290 : 220}
    >
      <Menu.Target>
        <ActionIcon aria-label={label} title={title}>
          <MenuIcon aria-hidden size={17} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown aria-label={label}>{children}</Menu.Dropdown>
    </Menu>
  );
}

function AssignMenu() {
  const store = useConsoleStore();
  const { t } = useTranslation('bulk');
  const people = useConsole((state) => state.people);
  const myId = useConsole(({ session }) => (session?.state === 'signed_in' ? session.user.id : -1));
  return (
    <BulkMenu name="assignee" label={t('assign')} icon={IconUserPlus}>
      <PeopleChoices
        find={(wanted) => assignable(people, myId, wanted)}
        myId={myId}
        currentId={null}
        hasNobody
        onChoose={(to) => void store.getState().actOnSelected({ kind: 'assign', to })}
      />
    </BulkMenu>
  );
}

/** Tags on all of the selected tickets that are loaded have a mark: choosing one again takes it off. */
function TagMenu() {
  const store = useConsoleStore();
  const { t } = useTranslation('bulk');
  const known = useConsole((state) => state.knownTags);
  const selected = useConsole((state) => state.selectedUids);
  const items = useConsole((state) => state.list.items);
  const tagLists = items.filter(({ ticket }) => selected.has(ticket.uid)).map(({ ticket }) => tagsOf(ticket));
  const [first = [], ...others] = tagLists;
  const carried = first.filter((tag) => others.every((tags) => tags.includes(tag)));
  return (
    <BulkMenu name="tags" label={t('tags')} icon={IconTag}>
      <TagChoices
        known={known}
        carried={carried}
        onToggle={(tag, isAdded) =>
          void store
            .getState()
            .actOnSelected({ kind: 'tags', add: isAdded ? [tag] : [], remove: isAdded ? [] : [tag] })
        }
      />
    </BulkMenu>
  );
}

/** What can be done to all that is selected. */
export function BulkMenus() {
  const store = useConsoleStore();
  const { t } = useTranslation('bulk');
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
      <BulkMenu name="snooze" label={t('snooze')} icon={IconAlarm}>
        <SnoozeChoices isSnoozed onChoose={(wish) => void store.getState().snooze(wish, 'selected')} />
      </BulkMenu>
      <TagMenu />
      <BulkMenu name="category" label={t('category')} icon={IconFolder}>
        <CategoryChoices onChoose={(to) => void store.getState().actOnSelected({ kind: 'category', to })} />
      </BulkMenu>
    </span>
  );
}
