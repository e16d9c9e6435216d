import { Button } from '@mantine/core';
import { useState } from 'react';
import { departments } from '#shared/model/department.ts';
import { peopleCalls, type Person } from '#shared/protocol/admin/people.ts';
import { askNode } from '../../store/ask-node.ts';
import { useConsoleStore } from '../../store/store-context.tsx';
import { useTell } from '../../store/use-tell.ts';
import { useAnswer } from '../../store/use-answer.ts';
import { AnswerState } from '../../ui/admin/answer-state.tsx';
import { FilterSelect, FilterText } from '../../ui/admin/filter-fields.tsx';
import { NewButton, Page } from '../../ui/admin/page.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { Notice } from '../../ui/notice.tsx';
import { categoryWord, roleWord } from '../../ui/tickets/words.ts';
import { choosePeople, everybody, personStates, stateOf, type PeopleFilter } from './choose-people.ts';
import { DepartureDialog, type HandedOver } from './departure-dialog.tsx';
import { PeopleTable } from './people-table.tsx';
import { PersonDialog } from './person-dialog.tsx';
import type { DirectAction, PersonAction } from './person-menu.ts';

/** Load and availability change by themselves. */
const refreshMs = 10_000;

type Dialog = { kind: 'create' } | { kind: 'edit' | 'hand_over' | 'deactivate'; person: Person };

function Filters({ filter, onFilter }: { filter: PeopleFilter; onFilter: (filter: PeopleFilter) => void }) {
  const t = wordsOf('admin-people');
  return (
    <>
      <FilterText
        placeholder={t('search')}
        value={filter.text}
        onChange={(text) => onFilter({ ...filter, text })}
      />
      <FilterSelect
        label={t('filter.role')}
        value={filter.role}
        values={['agent', 'admin', 'super_admin'] as const}
        wordOf={roleWord}
        onChange={(role) => onFilter({ ...filter, role })}
      />
      <FilterSelect
        label={t('filter.department')}
        value={filter.department}
        values={departments}
        wordOf={categoryWord}
        onChange={(department) => onFilter({ ...filter, department })}
      />
      <FilterSelect
        label={t('filter.state')}
        value={filter.state}
        values={personStates}
        wordOf={(state) => t(`state.${state}`)}
        onChange={(state) => onFilter({ ...filter, state })}
      />
    </>
  );
}

/** Does what needs no dialog. */
function useDirectActions(reload: () => Promise<void>) {
  const t = wordsOf('admin-people');
  const store = useConsoleStore();
  const tell = useTell();
  const callOf = ({ id, is_available }: Person) => ({
    approve: () => askNode(store, peopleCalls.approve, { params: { id } }),
    activate: () => askNode(store, peopleCalls.activate, { params: { id } }),
    availability: () =>
      askNode(store, peopleCalls.update, { params: { id }, body: { is_available: !is_available } }),
  });
  return async (action: DirectAction, person: Person): Promise<void> => {
    const answered = await callOf(person)[action]();
    tell(answered, (value) => {
      const name = person.full_name;
      if (action !== 'availability')
        return t(`done.${action === 'approve' ? 'approved' : 'activated'}`, { name });
      return t(`done.${value.person.is_available ? 'available' : 'unavailable'}`, { name });
    });
    await reload();
  };
}

/** The dialog that stands open, and what is told when it is done. */
function PeopleDialog({
  dialog,
  people,
  onClose,
  onDone,
}: {
  dialog: Dialog;
  people: readonly Person[];
  onClose: () => void;
  onDone: (text: string) => void;
}) {
  const t = wordsOf('admin-people');
  if (dialog.kind === 'create' || dialog.kind === 'edit') {
    return (
      <PersonDialog
        person={dialog.kind === 'edit' ? dialog.person : null}
        onClose={onClose}
        onDone={(name) => onDone(t(dialog.kind === 'edit' ? 'done.updated' : 'done.created', { name }))}
      />
    );
  }
  const { kind, person } = dialog;
  const textOf = ({ assigned, queued }: HandedOver) =>
    [
      kind === 'deactivate' ? t('done.deactivated', { name: person.full_name }) : '',
      assigned > 0 ? t('done.handed_over', { count: assigned }) : '',
      queued > 0 ? t('done.queued', { count: queued }) : '',
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <DepartureDialog
      person={person}
      people={people}
      isLeaving={kind === 'deactivate'}
      onClose={onClose}
      onDone={(moved) => onDone(textOf(moved))}
    />
  );
}

/** Users and agents: who works here, and how much they have on their desks right now. */
export function PeopleView() {
  const t = wordsOf(['admin-people', 'admin']);
  const store = useConsoleStore();
  const answered = useAnswer(peopleCalls.list, {}, { everyMs: refreshMs });
  const [filter, setFilter] = useState(everybody);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const act = useDirectActions(answered.reload);
  const all = answered.value?.people ?? [];
  const waiting = all.filter((person) => stateOf(person) === 'waiting').length;

  function onAction(action: PersonAction, person: Person): void {
    if (action === 'edit' || action === 'hand_over' || action === 'deactivate')
      setDialog({ kind: action, person });
    else void act(action, person);
  }

  return (
    <Page
      title={t('admin:section.people')}
      description={t('admin-people:description')}
      actions={<NewButton onClick={() => setDialog({ kind: 'create' })}>{t('admin-people:new')}</NewButton>}
      toolbar={<Filters filter={filter} onFilter={setFilter} />}
    >
      {waiting === 0 || filter.state === 'waiting' ? null : (
        <Notice tone="info" role="status">
          {t('admin-people:waiting', { count: waiting })}
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => setFilter({ ...everybody, state: 'waiting' })}
          >
            {t('admin-people:show_waiting')}
          </Button>
        </Notice>
      )}
      <AnswerState {...answered}>
        {({ people }) => <PeopleTable people={choosePeople(people, filter)} onAction={onAction} />}
      </AnswerState>
      {dialog === null ? null : (
        <PeopleDialog
          dialog={dialog}
          people={all}
          onClose={() => setDialog(null)}
          onDone={(text) => {
            store.getState().notify(text);
            void answered.reload();
          }}
        />
      )}
    </Page>
  );
}
