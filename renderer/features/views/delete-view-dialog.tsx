import { askNode } from '../../store/ask-node.ts';
import { navigate } from '../../store/navigate.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { viewCalls } from '../../store/view-calls.ts';
import type { SavedView } from '../../store/view-key.ts';
import { ConfirmDialog } from '../../ui/admin/form-dialog.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';

function DeleteForm({ view }: { view: SavedView }) {
  const store = useConsoleStore();
  const t = wordsOf('views');
  return (
    <ConfirmDialog
      size={440}
      title={t('delete_title', { name: view.name })}
      text={t('delete_text')}
      action={t('delete')}
      onClose={() => store.getState().askToDeleteView(null)}
      onSubmit={() => askNode(store, viewCalls.remove, { params: { id: view.id } })}
      onDone={() => navigate(store, { view: 'mine', ticketUid: null })}
    />
  );
}

/** Deleting a view cannot be undone, so it is asked for. */
export function DeleteViewDialog() {
  const view = useConsole((state) => state.deletedView);
  return view === null ? null : <DeleteForm view={view} />;
}
