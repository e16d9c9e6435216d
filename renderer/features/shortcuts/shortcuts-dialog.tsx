import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { Keys } from '../../ui/keys.tsx';
import { doesText, shortcuts, type Shortcut } from './shortcut-table.ts';
import classes from './shortcuts-dialog.module.css';

const composerLines = [{ keys: 'Ctrl+Enter', id: 'send' }] as const;
const groups = ['list', 'ticket', 'go', 'app'] as const;

function Lines({ title, lines }: { title: string; lines: readonly Pick<Shortcut, 'keys' | 'id'>[] }) {
  return (
    <section className={classes['group']}>
      <h3 className={classes['heading']}>{title}</h3>
      <dl className={classes['lines']}>
        {lines.map(({ keys, id }) => (
          <div key={id} className={classes['line']}>
            <dt>{doesText({ id })}</dt>
            <dd>
              <Keys combination={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The list behind `?`. */
export function ShortcutsDialog() {
  const store = useConsoleStore();
  const { t } = useTranslation(['shortcuts', 'common']);
  const isOpen = useConsole((state) => state.isHelpOpen);
  return (
    <Modal
      opened={isOpen}
      onClose={() => store.getState().setHelpOpen(false)}
      title={t('shortcuts:title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
      size={620}
    >
      <div className={classes['groups']}>
        {groups.map((group) => (
          <Lines
            key={group}
            title={t(`shortcuts:group.${group}`)}
            lines={shortcuts.filter((line) => line.group === group && line.keys !== '')}
          />
        ))}
        <Lines title={t('shortcuts:group.composer')} lines={composerLines} />
      </div>
    </Modal>
  );
}
