import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskErrorData } from '#shared/protocol/errors.ts';
import { askNode } from '../../store/ask-node.ts';
import { useConsoleStore } from '../../store/store-context.tsx';
import { useAnswer } from '../../store/use-answer.ts';
import { AnswerState } from '../../ui/admin/answer-state.tsx';
import { failureText } from '../../ui/admin/failure-text.ts';
import { Section } from '../../ui/admin/page.tsx';
import { webhookCalls, type Webhook } from './api-calls.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { SecretDialog } from './secret-dialog.tsx';
import { WebhookDialog } from './webhook-dialog.tsx';
import { WebhookTable, type WebhookAction } from './webhook-table.tsx';
import classes from './api.module.css';

type Dialog = { kind: 'edit'; webhook: Webhook | null } | { kind: 'rotate' | 'remove'; webhook: Webhook };

/** What is done to a webhook by a click. @param tell what came of it, with the secret that is shown once. */
function useWebhookActions(tell: (text: string, secret?: string | null) => void) {
  const { t } = useTranslation(['admin-api', 'admin']);
  const store = useConsoleStore();

  async function ping({ id }: Webhook): Promise<void> {
    const done = await askNode(store, webhookCalls.ping, { params: { id } });
    if (done.ok) tell(t('admin-api:pinged'));
    else store.getState().notify(t('admin:failed', { reason: failureText(done.error) }), 'problem');
  }

  async function confirm(kind: 'rotate' | 'remove', { id, name }: Webhook): Promise<DeskErrorData | null> {
    if (kind === 'remove') {
      const removed = await askNode(store, webhookCalls.remove, { params: { id } });
      if (!removed.ok) return removed.error;
      tell(t('admin-api:removed', { name }));
      return null;
    }
    const rotated = await askNode(store, webhookCalls.rotate, { params: { id } });
    if (!rotated.ok) return rotated.error;
    tell(t('admin-api:saved', { name }), rotated.value.secret);
    return null;
  }

  return { ping, confirm };
}

/** What programs are told, each with a secret of its own. */
export function WebhookSection() {
  const { t } = useTranslation('admin-api');
  const store = useConsoleStore();
  const answered = useAnswer(webhookCalls.list);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const close = () => setDialog(null);
  const { ping, confirm } = useWebhookActions(tell);

  function tell(text: string, newSecret: string | null = null): void {
    store.getState().notify(text);
    setSecret(newSecret);
    void answered.reload();
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
      <p className={classes['text']}>{t('webhooks_hint')}</p>
      <AnswerState {...answered}>
        {({ webhooks }) => <WebhookTable webhooks={webhooks} onAction={onAction} />}
      </AnswerState>
      {dialog?.kind === 'edit' ? (
        <WebhookDialog
          webhook={dialog.webhook}
          onClose={close}
          onSaved={(name, newSecret) => tell(t('saved', { name }), newSecret)}
        />
      ) : null}
      {dialog === null || dialog.kind === 'edit' ? null : (
        <ConfirmDialog
          title={t(`${dialog.kind}_title`, { name: dialog.webhook.name })}
          text={t(`${dialog.kind}_text`)}
          action={t(dialog.kind)}
          onClose={close}
          onConfirm={() => confirm(dialog.kind, dialog.webhook)}
        />
      )}
      {secret === null ? null : (
        <SecretDialog secret={{ kind: 'webhook', text: secret }} onClose={() => setSecret(null)} />
      )}
    </Section>
  );
}
