import { Button } from '@mantine/core';
import { useState } from 'react';
import { askNode } from '../../store/ask-node.ts';
import { useConsoleStore } from '../../store/store-context.tsx';
import { useTell } from '../../store/use-tell.ts';
import { useAnswer } from '../../store/use-answer.ts';
import { AnswerState } from '../../ui/admin/answer-state.tsx';
import { ConfirmDialog, FormText } from '../../ui/admin/form-dialog.tsx';
import { Section } from '../../ui/admin/page.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { webhookCalls, type Webhook } from './api-calls.ts';
import { SecretDialog } from './secret-dialog.tsx';
import { WebhookDialog } from './webhook-dialog.tsx';
import { WebhookTable, type WebhookAction } from './webhook-table.tsx';

type Dialog = { kind: 'edit'; webhook: Webhook | null } | { kind: 'rotate' | 'remove'; webhook: Webhook };

/** The dialog that stands open. */
function WhichDialog({
  dialog,
  onClose,
  onDone,
}: {
  dialog: Dialog;
  onClose: () => void;
  /** With a new secret, where there is one. */
  onDone: (text: string, secret?: string | null) => void;
}) {
  const t = wordsOf('admin-api');
  const store = useConsoleStore();
  if (dialog.kind === 'edit') {
    return (
      <WebhookDialog
        webhook={dialog.webhook}
        onClose={onClose}
        onSaved={(name, secret) => onDone(t('saved', { name }), secret)}
      />
    );
  }
  const { kind, webhook } = dialog;
  const { id, name } = webhook;
  const asked = { title: t(`${kind}_title`, { name }), text: t(`${kind}_text`), action: t(kind), onClose };
  return kind === 'rotate' ? (
    <ConfirmDialog
      {...asked}
      onSubmit={() => askNode(store, webhookCalls.rotate, { params: { id } })}
      onDone={({ secret }) => onDone(t('saved', { name }), secret)}
    />
  ) : (
    <ConfirmDialog
      {...asked}
      onSubmit={() => askNode(store, webhookCalls.remove, { params: { id } })}
      onDone={() => onDone(t('removed', { name }))}
    />
  );
}

/** What programs are told, each with a secret of its own. */
export function WebhookSection() {
  const t = wordsOf('admin-api');
  const store = useConsoleStore();
  const answered = useAnswer(webhookCalls.list);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const tell = useTell();

  function show(text: string, newSecret: string | null = null): void {
    store.getState().notify(text);
    setSecret(newSecret);
    void answered.reload();
  }

  async function ping({ id }: Webhook): Promise<void> {
    tell(await askNode(store, webhookCalls.ping, { params: { id } }), () => t('pinged'));
    await answered.reload();
  }

  function onAction(action: WebhookAction, webhook: Webhook): void {
    if (action === 'ping') void ping(webhook);
    else setDialog({ kind: action, webhook });
  }

  return (
    <Section
      title={t('webhooks')}
      actions={<Button onClick={() => setDialog({ kind: 'edit', webhook: null })}>{t('new_webhook')}</Button>}
    >
      <FormText>{t('webhooks_hint')}</FormText>
      <AnswerState {...answered}>
        {({ webhooks }) => <WebhookTable webhooks={webhooks} onAction={onAction} />}
      </AnswerState>
      {dialog === null ? null : <WhichDialog dialog={dialog} onClose={() => setDialog(null)} onDone={show} />}
      {secret === null ? null : (
        <SecretDialog secret={{ kind: 'webhook', text: secret }} onClose={() => setSecret(null)} />
      )}
    </Section>
  );
}
