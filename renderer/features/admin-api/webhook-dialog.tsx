import { Checkbox, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { webhookEvents, type WebhookEvent } from '#shared/model/webhook-event.ts';
import type { Result } from '#shared/protocol/result.ts';
import { askNode } from '../../store/ask-node.ts';
import { useConsoleStore } from '../../store/store-context.tsx';
import { FieldGroup } from '../../ui/admin/form-columns.tsx';
import { FormDialog } from '../../ui/admin/form-dialog.tsx';
import { NameField } from '../../ui/admin/name-field.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { webhookCalls, type Webhook } from './api-calls.ts';

interface EventChoiceProps {
  events: readonly WebhookEvent[];
  onChange: (events: readonly WebhookEvent[]) => void;
}

function EventChoice({ events, onChange }: EventChoiceProps) {
  const t = wordsOf('admin-api');
  const toggle = (event: WebhookEvent) =>
    onChange(events.includes(event) ? events.filter((each) => each !== event) : [...events, event]);
  return (
    <FieldGroup title={t('form.events')} isRow>
      {webhookEvents.map((event) => (
        <Checkbox
          key={event}
          size="xs"
          label={<code>{event}</code>}
          checked={events.includes(event)}
          onChange={() => toggle(event)}
        />
      ))}
    </FieldGroup>
  );
}

interface WebhookDialogProps {
  /** Null for a new one. */
  webhook: Webhook | null;
  onClose: () => void;
  /** With the secret of a new one. */
  onSaved: (name: string, secret: string | null) => void;
}

/** Makes a webhook, or changes one. */
export function WebhookDialog({ webhook, onClose, onSaved }: WebhookDialogProps) {
  const t = wordsOf(['admin-api', 'common']);
  const store = useConsoleStore();
  const [name, setName] = useState(webhook?.name ?? '');
  const [url, setUrl] = useState(webhook?.url ?? 'https://');
  const [events, setEvents] = useState<readonly WebhookEvent[]>(webhook?.events ?? ['ticket.created']);
  const [isActive, setActive] = useState(webhook?.is_active ?? true);

  const isComplete = name.trim() !== '' && URL.canParse(url.trim()) && events.length > 0;

  /** Answers the secret of a new one. */
  async function submit(): Promise<Result<string | null>> {
    const body = { name: name.trim(), url: url.trim(), events: [...events], is_active: isActive };
    if (webhook === null) {
      const made = await askNode(store, webhookCalls.create, { body });
      return made.ok ? { ok: true, value: made.value.secret } : made;
    }
    const saved = await askNode(store, webhookCalls.update, { params: { id: webhook.id }, body });
    return saved.ok ? { ok: true, value: null } : saved;
  }

  return (
    <FormDialog
      title={t(webhook === null ? 'admin-api:form.webhook_title' : 'admin-api:form.webhook_edit')}
      action={webhook === null ? t('admin-api:form.create') : t('common:save')}
      onClose={onClose}
      onSubmit={isComplete ? submit : null}
      onDone={(secret) => onSaved(name.trim(), secret)}
    >
      <NameField label={t('admin-api:form.name')} value={name} onChange={setName} />
      <TextInput
        label={t('admin-api:form.url')}
        type="url"
        withAsterisk
        maxLength={2000}
        value={url}
        onChange={(event) => setUrl(event.currentTarget.value)}
      />
      <EventChoice events={events} onChange={setEvents} />
      <Switch
        size="sm"
        label={t('admin-api:form.active')}
        checked={isActive}
        onChange={(event) => setActive(event.currentTarget.checked)}
      />
    </FormDialog>
  );
}
