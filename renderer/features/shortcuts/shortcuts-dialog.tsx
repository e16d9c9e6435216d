import { ActionIcon, Button, Modal, Switch } from '@mantine/core';
import IconRotate from '@tabler/icons-react/dist/esm/icons/IconRotate.mjs';
import { useState } from 'react';
import { holderOf, type CommandId } from '../../store/keymap.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { commandText, type CommandGroup } from './command.ts';
import { commands } from './commands.ts';
import { KeyField } from './key-field.tsx';
import classes from './shortcuts-dialog.module.css';

const columns: readonly (readonly CommandGroup[])[] = [
  ['list', 'ticket'],
  ['composer', 'go', 'app'],
];

interface LineProps {
  id: CommandId;
  /** The command that just lost its key to this one. */
  takenFrom: CommandId | null;
  onBound: (id: CommandId) => void;
}

function Line({ id, takenFrom, onBound }: LineProps) {
  const store = useConsoleStore();
  const t = wordsOf('shortcuts');
  const isChanged = useConsole((state) => state.keyChoices[id] !== undefined);
  return (
    <div className={classes['line']}>
      <dt>
        {commandText(id)}
        {takenFrom === null ? null : (
          <span role="status" className={classes['taken']}>
            {t('edit.taken', { command: commandText(takenFrom) })}
          </span>
        )}
      </dt>
      <dd>
        {isChanged ? (
          <ActionIcon
            size={22}
            aria-label={t('edit.reset_of', { command: commandText(id) })}
            title={t('edit.reset')}
            onClick={() => store.getState().resetKey(id)}
          >
            <IconRotate size={13} stroke={2} />
          </ActionIcon>
        ) : null}
        <KeyField id={id} onBound={onBound} />
      </dd>
    </div>
  );
}

function Lines() {
  const store = useConsoleStore();
  const t = wordsOf('shortcuts');
  const isDesktop = useConsole((state) => state.desktop !== null);
  const [bound, setBound] = useState<{ id: CommandId; from: CommandId | null } | null>(null);

  /** Runs before the key changes hands: afterwards nobody knows who had it. */
  function onBound(id: CommandId): void {
    const unsubscribe = store.subscribe(({ keymap }, { keymap: before }) => {
      unsubscribe();
      const [binding] = keymap[id];
      setBound({ id, from: binding === undefined ? null : holderOf(before, id, binding) });
    });
  }

  return (
    <div className={classes['columns']}>
      {columns.map((groups) => (
        <div key={groups.join(' ')}>
          {groups.map((group) => (
            <section key={group} className={classes['group']}>
              <h3 className={classes['heading']}>{t(`group.${group}`)}</h3>
              <dl className={classes['lines']}>
                {commands
                  .filter((command) => command.group === group && (command.isDesktops !== true || isDesktop))
                  .map(({ id }) => (
                    <Line
                      key={id}
                      id={id}
                      takenFrom={bound?.id === id ? bound.from : null}
                      onBound={onBound}
                    />
                  ))}
              </dl>
            </section>
          ))}
        </div>
      ))}
    </div>
  );
}

/** The list behind `?`, where every key can be changed. */
export function ShortcutsDialog() {
  const store = useConsoleStore();
  const t = wordsOf(['shortcuts', 'common']);
  const isOpen = useConsole((state) => state.isHelpOpen);
  const hasLetterKeys = useConsole((state) => state.hasLetterKeys);
  const isChanged = useConsole((state) => Object.keys(state.keyChoices).length > 0);
  return (
    <Modal
      opened={isOpen}
      onClose={() => store.getState().setHelpOpen(false)}
      title={t('shortcuts:title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
      size={760}
    >
      <div className={classes['head']}>
        <p className={classes['hint']}>{t('shortcuts:edit.hint')}</p>
        <Switch
          size="sm"
          label={t('shortcuts:edit.letters')}
          description={t('shortcuts:edit.letters_hint')}
          checked={hasLetterKeys}
          onChange={(event) => store.getState().setLetterKeys(event.currentTarget.checked)}
        />
      </div>
      <Lines />
      {isChanged ? (
        <Button variant="default" size="sm" onClick={() => store.getState().resetKeys()}>
          {t('shortcuts:edit.reset_all')}
        </Button>
      ) : null}
    </Modal>
  );
}
