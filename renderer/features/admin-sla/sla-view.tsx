import { useState } from 'react';
import { askNode } from '../../store/ask-node.ts';
import { useConsoleStore } from '../../store/store-context.tsx';
import { useAnswer } from '../../store/use-answer.ts';
import { useTell } from '../../store/use-tell.ts';
import { AnswerState } from '../../ui/admin/answer-state.tsx';
import { ConfirmDialog } from '../../ui/admin/form-dialog.tsx';
import { NewButton, Page } from '../../ui/admin/page.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { slaCalls, type SlaPolicy } from './sla-calls.ts';
import { SlaDialog } from './sla-dialog.tsx';
import { SlaTable, type SlaAction } from './sla-table.tsx';

type Dialog = { kind: 'edit'; policy: SlaPolicy | null } | { kind: 'remove'; policy: SlaPolicy };

/** What is promised to customers, with business hours and holidays. */
export function SlaView() {
  const t = wordsOf(['admin-sla', 'admin']);
  const store = useConsoleStore();
  const answered = useAnswer(slaCalls.list);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const tell = useTell();
  const onSaved = () => {
    store.getState().notify(t('admin-sla:saved'));
    void answered.reload();
  };
  const close = () => setDialog(null);

  async function switchOver({ id, is_active }: SlaPolicy): Promise<void> {
    const changed = await askNode(store, slaCalls.update, {
      params: { id },
      body: { is_active: !is_active },
    });
    tell(changed, () => t('admin-sla:saved'));
    await answered.reload();
  }

  function onAction(action: SlaAction, policy: SlaPolicy): void {
    if (action === 'switch') void switchOver(policy);
    else setDialog({ kind: action, policy });
  }

  return (
    <Page
      title={t('admin:section.sla')}
      description={t('admin-sla:description')}
      actions={
        <NewButton onClick={() => setDialog({ kind: 'edit', policy: null })}>{t('admin-sla:new')}</NewButton>
      }
    >
      <AnswerState {...answered}>
        {({ policies }) => <SlaTable policies={policies} onAction={onAction} />}
      </AnswerState>
      {dialog?.kind === 'edit' ? (
        <SlaDialog policy={dialog.policy} onClose={close} onSaved={onSaved} />
      ) : null}
      {dialog?.kind === 'remove' ? (
        <ConfirmDialog
          title={t('admin-sla:remove_title', { name: dialog.policy.name })}
          text={t('admin-sla:remove_text')}
          action={t('admin-sla:remove')}
          onClose={close}
          onSubmit={() => askNode(store, slaCalls.remove, { params: { id: dialog.policy.id } })}
          onDone={() => {
            store.getState().notify(t('admin-sla:removed', { name: dialog.policy.name }));
            void answered.reload();
          }}
        />
      ) : null}
    </Page>
  );
}
