import { Button } from '@mantine/core';
import type { ConflictChoice, OutboxItem } from '#shared/protocol/kept-change.ts';
import { navigate } from '../../store/navigate.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import classes from './connection-panel.module.css';

interface ActionsProps {
  item: OutboxItem;
  /** What the change does, for the names of the buttons. */
  what: string;
}

function Action({ name, label, onDo }: { name: string; label: string; onDo: () => void }) {
  return (
    <Button size="compact-xs" variant="default" aria-label={name} onClick={onDo}>
      {label}
    </Button>
  );
}

/** What can still be done about a change that never left this computer. */
export function TakeBack({ item, what }: ActionsProps) {
  const store = useConsoleStore();
  const t = wordsOf(['sync', 'common']);
  const isText = item.name === 'ticket-reply' || item.name === 'ticket-note';
  const isNew = item.name === 'ticket-create';

  async function edit(): Promise<void> {
    if (isNew) {
      if (await store.getState().editUnsentTicket(item)) store.getState().setConnectionPanelOpen(false);
      return;
    }
    navigate(store, { view: store.getState().view, ticketUid: item.ticket_uid });
    const isBack = await store.getState().takeBackChange(item.id, true);
    if (isBack) store.getState().setConnectionPanelOpen(false);
  }

  return (
    <span className={classes['actions']}>
      {isText || isNew ? (
        <Action name={t('sync:edit_what', { what })} label={t('common:edit')} onDo={() => void edit()} />
      ) : null}
      <Action
        name={t('sync:take_back_what', { what })}
        label={t('sync:take_back')}
        onDo={() => void store.getState().takeBackChange(item.id, false)}
      />
    </span>
  );
}

/** A file that the node would not have, for reasons that may be over. */
function FileChoices({ item, what }: ActionsProps) {
  const store = useConsoleStore();
  const t = wordsOf(['sync', 'common']);
  const uid = item.file_uid;
  return (
    <span className={classes['actions']}>
      {uid === null ? null : (
        <Action
          name={t('sync:again_what', { what })}
          label={t('common:try_again')}
          onDo={() => void store.getState().retryFile(uid)}
        />
      )}
      <Action
        name={t('sync:take_back_what', { what })}
        label={t('sync:take_back')}
        onDo={() => void store.getState().takeBackChange(item.id, false)}
      />
    </span>
  );
}

/** What its author can do about a change that the node did not make: look at both sides, or settle it here. */
function ConflictChoices({ item, what }: ActionsProps) {
  const store = useConsoleStore();
  const t = wordsOf(['sync', 'common']);
  const conflict = useConsole((state) => state.conflicts.find(({ id }) => id === item.id));
  if (conflict === undefined) return null;
  const { choices, refusal } = conflict;
  // What a colleague said meanwhile has to be seen before anything is sent on top of it.
  const canRedo = choices.includes('redo') && refusal.code !== 'answered_meanwhile';

  function choose(choice: ConflictChoice): void {
    if (choice === 'edit') {
      navigate(store, { view: store.getState().view, ticketUid: item.ticket_uid });
      store.getState().setConnectionPanelOpen(false);
    }
    void store.getState().resolveConflict(item.id, choice);
  }

  return (
    <span className={classes['actions']}>
      <Action
        name={t('sync:review_what', { what })}
        label={t('common:review')}
        onDo={() => store.getState().showConflict(item.id)}
      />
      {canRedo ? (
        <Action
          name={t('sync:again_what', { what })}
          label={t('common:try_again')}
          onDo={() => choose('redo')}
        />
      ) : null}
      {choices.includes('edit') ? (
        <Action name={t('sync:edit_what', { what })} label={t('common:edit')} onDo={() => choose('edit')} />
      ) : null}
      <Action
        name={t('sync:let_go_what', { what })}
        label={t('sync:let_go')}
        onDo={() => choose('discard')}
      />
    </span>
  );
}

/** A file has an id below 0 until it is a change of its own. */
export function NeedsYou({ item, what }: ActionsProps) {
  return item.file_uid !== null && item.id < 0 ? (
    <FileChoices item={item} what={what} />
  ) : (
    <ConflictChoices item={item} what={what} />
  );
}
