import { useTranslation } from 'react-i18next';
import type { DeskErrorData } from '#shared/protocol/errors.ts';
import { askNode } from '../../store/ask-node.ts';
import { navigate } from '../../store/navigate.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { viewCalls } from '../../store/view-calls.ts';
import type { SavedView } from '../../store/view-key.ts';
import { FormDialog } from '../../ui/admin/form-dialog.tsx';
import classes from './views.module.css';

function DeleteForm({ view }: { view: SavedView }) {
  const store = useConsoleStore();
  const { t } = useTranslation('views');
  async function submit(): Promise<DeskErrorData | null> {
    const answered = await askNode(store, viewCalls.remove, { params: { id: view.id } });
    if (!answered.ok) return answered.error;
    navigate(store, { view: 'mine', ticketUid: null });
    return null;
  }
  return (
    <FormDialog
      isOpen
      isDangerous
      size={440}
      title={t('delete_title', { name: view.name })}
      action={t('delete')}
      onClose={() => store.getState().askToDeleteView(null)}
      onSubmit={submit}
    >
      <p className={classes['delete']}>{t('delete_text')}</p>
    </FormDialog>
  );
}

/** Deleting a view cannot be undone, so it is asked for. */
export function DeleteViewDialog() {
  const view = useConsole((state) => state.deletedView);
  return view === null ? null : <DeleteForm view={view} />;
}
