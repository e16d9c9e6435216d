import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askNode } from '../../store/ask-node.ts';
import { useConsoleStore } from '../../store/store-context.tsx';
import { useTell } from '../../store/use-tell.ts';
import { useAnswer } from '../../store/use-answer.ts';
import { AnswerState } from '../../ui/admin/answer-state.tsx';
import { ConfirmDialog, FormText } from '../../ui/admin/form-dialog.tsx';
import { Section } from '../../ui/admin/page.tsx';
import { webhookCalls, type Webhook } from './api-calls.ts';
import { SecretDialog } from './secret-dialog.tsx';
import { WebhookDialog } from './webhook-dialog.tsx';
import { WebhookTable, type WebhookAction } from './webhook-table.tsx';

type Question = { kind: 'rotate' | 'remove'; webhook: Webhook };
type Dialog = { kind: 'edit'; webhook: Webhook | null } | Question;

/** What programs are told, each with a secret of its own. */
export function WebhookSection() {
  const { t } = useTranslation('admin-api');
  const store = useConsoleStore();
  const answered = useAnswer(webhookCalls.list);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const close = () => setDialog(null);
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

  const asking = ({ kind, webhook: { name } }: Question) => ({
    title: t(`${kind}_title`, { name }),
    text: t(`${kind}_text`),
    action: t(kind),
    onClose: close,
  });
  return (
    <Section
      title={t('webhooks')}
      actions={<Button onClick={() => setDialog({ kind: 'edit', webhook: null })}>{t('new_webhook')}</Button>}
    >
      <FormText>{t('webhooks_hint')}</FormText>
      <AnswerState {...answered}>
        {({ webhooks }) => <WebhookTable webhooks={webhooks} onAction={onAction} />}
      </AnswerState>
      {dialog?.kind === 'edit' ? (
        <WebhookDialog
          webhook={dialog.webhook}
          onClose={close}
          onSaved={(name, newSecret) => show(t('saved', { name }), newSecret)}
        />
      ) : null}
      {dialog?.kind === 'rotate' ? (
        <ConfirmDialog
          {...asking(dialog)}
          onSubmit={() => askNode(store, webhookCalls.rotate, { params: { id: dialog.webhook.id } })}
          onDone={(rotated) => show(t('saved', { name: dialog.webhook.name }), rotated.secret)}
        />
      ) : null}
      {dialog?.kind === 'remove' ? (
        <ConfirmDialog
          {...asking(dialog)}
          onSubmit={() => askNode(store, webhookCalls.remove, { params: { id: dialog.webhook.id } })}
          onDone={() => show(t('removed', { name: dialog.webhook.name }))}
        />
      ) : null}
      {secret === null ? null : (
        <SecretDialog secret={{ kind: 'webhook', text: secret }} onClose={() => setSecret(null)} />
      )}
    </Section>
  );
}
