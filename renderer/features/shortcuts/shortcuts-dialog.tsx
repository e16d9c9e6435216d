import { Modal } from '@mantine/core';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { Keys } from '../../ui/keys.tsx';
import { shortcuts } from './shortcut-table.ts';
import classes from './shortcuts-dialog.module.css';

const composerLines = [{ keys: 'Ctrl+Enter', does: 'Send the reply, add the note' }];
const groups = ['List', 'Ticket', 'Go to', 'App'] as const;

function Lines({ title, lines }: { title: string; lines: readonly { keys: string; does: string }[] }) {
  return (
    <section className={classes['group']}>
      <h3 className={classes['heading']}>{title}</h3>
      <dl className={classes['lines']}>
        {lines.map(({ keys, does }) => (
          <div key={does} className={classes['line']}>
            <dt>{does}</dt>
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
  const isOpen = useConsole((state) => state.isHelpOpen);
  return (
    <Modal
      opened={isOpen}
      onClose={() => store.getState().setHelpOpen(false)}
      title="Keyboard shortcuts"
      closeButtonProps={{ 'aria-label': 'Close' }}
      size={620}
    >
      <div className={classes['groups']}>
        {groups.map((group) => (
          <Lines
            key={group}
            title={group}
            lines={shortcuts.filter((line) => line.group === group && line.keys !== '')}
          />
        ))}
        <Lines title="Composer" lines={composerLines} />
      </div>
    </Modal>
  );
}
