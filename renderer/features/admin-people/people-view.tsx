import { Button, NativeSelect, TextInput } from '@mantine/core';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { departments } from '#shared/model/department.ts';
import { peopleCalls, type Person } from '#shared/protocol/admin/people.ts';
import { askNode } from '../../store/ask-node.ts';
import { useConsoleStore } from '../../store/store-context.tsx';
import { useAnswer } from '../../store/use-answer.ts';
import { AnswerState } from '../../ui/admin/answer-state.tsx';
import { failureText } from '../../ui/admin/failure-text.ts';
import { Page } from '../../ui/admin/page.tsx';
import { categoryWord, roleWord } from '../../ui/tickets/words.ts';
import { choosePeople, everybody, personStates, stateOf, type PeopleFilter } from './choose-people.ts';
import { DepartureDialog } from './departure-dialog.tsx';
import { PeopleTable } from './people-table.tsx';
import { PersonDialog } from './person-dialog.tsx';
import type { PersonAction } from './person-menu.tsx';
import classes from './people.module.css';

/** Load and availability change by themselves. */
const refreshMs = 10_000;

type Dialog = { kind: 'create' } | { kind: 'edit' | 'hand_over' | 'deactivate'; person: Person };

function Filters({ filter, onFilter }: { filter: PeopleFilter; onFilter: (filter: PeopleFilter) => void }) {
  const { t } = useTranslation(['admin-people', 'admin']);
  const all = { value: '', label: t('admin:everything') };
  const select = (name: keyof PeopleFilter) => ({
    size: 'xs' as const,
    value: filter[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      onFilter({ ...filter, [name]: event.currentTarget.value }),
  });
  return (
    <>
      <TextInput
        className={classes['search'] ?? ''}
        label={t('admin:filter')}
        placeholder={t('admin-people:search')}
        type="search"
        {...select('text')}
      />
      <NativeSelect
        label={t('admin-people:filter.role')}
        data={[
          all,
          ...(['agent', 'admin', 'super_admin'] as const).map((value) => ({ value, label: roleWord(value) })),
        ]}
        {...select('role')}
      />
      <NativeSelect
        label={t('admin-people:filter.department')}
        data={[all, ...departments.map((value) => ({ value, label: categoryWord(value) }))]}
        {...select('department')}
      />
      <NativeSelect
        label={t('admin-people:filter.state')}
        data={[all, ...personStates.map((value) => ({ value, label: t(`admin-people:state.${value}`) }))]}
        {...select('state')}
      />
    </>
  );
}

function useDirectActions(reload: () => Promise<void>) {
  const { t } = useTranslation(['admin-people', 'admin']);
  const store = useConsoleStore();
  return useCallback(
    async (action: 'approve' | 'activate' | 'availability', person: Person): Promise<void> => {
      const params = { id: person.id };
      const answered =
        action === 'approve'
          ? await askNode(store, peopleCalls.approve, { params })
          : action === 'activate'
            ? await askNode(store, peopleCalls.activate, { params })
            : await askNode(store, peopleCalls.update, {
                params,
                body: { is_available: !person.is_available },
              });
      const name = person.full_name;
      if (!answered.ok) {
        store.getState().notify(t('admin:failed', { reason: failureText(answered.error) }), 'problem');
      } else if (action === 'availability') {
        const isAvailable = answered.value.person.is_available;
        store
          .getState()
          .notify(t(`admin-people:done.${isAvailable ? 'available' : 'unavailable'}`, { name }));
      } else {
        store
          .getState()
          .notify(t(`admin-people:done.${action === 'approve' ? 'approved' : 'activated'}`, { name }));
      }
      await reload();
    },
    [store, t, reload],
  );
}

/** Users and agents: who works here, and how much they have on their desks right now. */
export function PeopleView() {
  const { t } = useTranslation(['admin-people', 'admin']);
  const store = useConsoleStore();
  const answered = useAnswer(peopleCalls.list, {}, { everyMs: refreshMs });
  const [filter, setFilter] = useState(everybody);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const { reload } = answered;
  const act = useDirectActions(reload);
  const onAction = useCallback(
    (action: PersonAction, person: Person) => {
      if (action === 'edit' || action === 'hand_over' || action === 'deactivate')
        setDialog({ kind: action, person });
      else void act(action, person);
    },
    [act],
  );
  const tell = (text: string) => {
    store.getState().notify(text);
    void reload();
  };
  const close = () => setDialog(null);

  function tellDeparture({ assigned, queued }: { assigned: number; queued: number }, person: Person): void {
    const parts = [
      dialog?.kind === 'deactivate' ? t('admin-people:done.deactivated', { name: person.full_name }) : '',
      assigned > 0 ? t('admin-people:done.handed_over', { count: assigned }) : '',
      queued > 0 ? t('admin-people:done.queued', { count: queued }) : '',
    ];
    tell(parts.filter(Boolean).join(' · '));
  }

  const waiting = (answered.value?.people ?? []).filter((person) => stateOf(person) === 'waiting').length;
  return (
    <Page
      title={t('admin:section.people')}
      description={t('admin-people:description')}
      actions={
        <Button
          size="sm"
          leftSection={<IconPlus aria-hidden size={15} stroke={2} />}
          onClick={() => setDialog({ kind: 'create' })}
        >
          {t('admin-people:new')}
        </Button>
      }
      toolbar={<Filters filter={filter} onFilter={setFilter} />}
    >
      {waiting === 0 || filter.state === 'waiting' ? null : (
        <p className={classes['notice']} role="status">
          {t('admin-people:waiting', { count: waiting })}
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => setFilter({ ...everybody, state: 'waiting' })}
          >
            {t('admin-people:show_waiting')}
          </Button>
        </p>
      )}
      <AnswerState {...answered}>
        {({ people }) => <PeopleTable people={choosePeople(people, filter)} onAction={onAction} />}
      </AnswerState>
      {dialog?.kind === 'create' || dialog?.kind === 'edit' ? (
        <PersonDialog
          person={dialog.kind === 'edit' ? dialog.person : null}
          onClose={close}
          onDone={(name) =>
            tell(
              t(dialog.kind === 'edit' ? 'admin-people:done.updated' : 'admin-people:done.created', { name }),
            )
          }
        />
      ) : null}
      {dialog?.kind === 'hand_over' || dialog?.kind === 'deactivate' ? (
        <DepartureDialog
          person={dialog.person}
          people={answered.value?.people ?? []}
          isLeaving={dialog.kind === 'deactivate'}
          onClose={close}
          onDone={(moved) => tellDeparture(moved, dialog.person)}
        />
      ) : null}
    </Page>
  );
}
