import { Button } from '@mantine/core';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askNode } from '../../store/ask-node.ts';
import { useConsoleStore } from '../../store/store-context.tsx';
import { useAnswer } from '../../store/use-answer.ts';
import { AnswerState } from '../../ui/admin/answer-state.tsx';
import { failureText } from '../../ui/admin/failure-text.ts';
import { FormDialog } from '../../ui/admin/form-dialog.tsx';
import { Page } from '../../ui/admin/page.tsx';
import { slaCalls, type SlaPolicy } from './sla-calls.ts';
import { SlaDialog } from './sla-dialog.tsx';
import { SlaTable, type SlaAction } from './sla-table.tsx';
import classes from './sla.module.css';

type Dialog = { kind: 'edit'; policy: SlaPolicy | null } | { kind: 'remove'; policy: SlaPolicy };

function RemoveDialog({
  policy,
  onClose,
  onDone,
}: {
  policy: SlaPolicy;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t } = useTranslation('admin-sla');
  const store = useConsoleStore();
  return (
    <FormDialog
      isOpen
      isDangerous
      title={t('remove_title', { name: policy.name })}
      action={t('remove')}
      onClose={onClose}
      onSubmit={async () => {
        const answered = await askNode(store, slaCalls.remove, { params: { id: policy.id } });
        if (!answered.ok) return answered.error;
        onDone();
        return null;
      }}
    >
      <p className={classes['text']}>{t('remove_text')}</p>
    </FormDialog>
  );
}

/** What is promised to customers, with business hours and holidays. */
export function SlaView() {
  const { t } = useTranslation(['admin-sla', 'admin']);
  const store = useConsoleStore();
  const answered = useAnswer(slaCalls.list);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const tell = (text: string) => {
    store.getState().notify(text);
    void answered.reload();
  };
  const close = () => setDialog(null);

  async function switchOver({ id, is_active }: SlaPolicy): Promise<void> {
    const changed = await askNode(store, slaCalls.update, {
      params: { id },
      body: { is_active: !is_active },
    });
    if (changed.ok) tell(t('admin-sla:saved'));
    else store.getState().notify(t('admin:failed', { reason: failureText(changed.error) }), 'problem');
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
        <Button
          size="sm"
          leftSection={<IconPlus aria-hidden size={15} stroke={2} />}
          onClick={() => setDialog({ kind: 'edit', policy: null })}
        >
          {t('admin-sla:new')}
        </Button>
      }
    >
      <AnswerState {...answered}>
        {({ policies }) => <SlaTable policies={policies} onAction={onAction} />}
      </AnswerState>
      {dialog?.kind === 'edit' ? (
        <SlaDialog policy={dialog.policy} onClose={close} onSaved={() => tell(t('admin-sla:saved'))} />
      ) : null}
      {dialog?.kind === 'remove' ? (
        <RemoveDialog
          policy={dialog.policy}
          onClose={close}
          onDone={() => tell(t('admin-sla:removed', { name: dialog.policy.name }))}
        />
      ) : null}
    </Page>
  );
}
