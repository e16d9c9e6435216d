import { PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { askNode } from '../../store/ask-node.ts';
import { useConsoleStore } from '../../store/store-context.tsx';
import { FormDialog } from '../../ui/admin/form-dialog.tsx';
import { boundTo } from '../../ui/bound-to.ts';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import {
  channelCalls,
  fieldsByChannel,
  type Channel,
  type ChannelField,
  type ChannelName,
} from './channel-calls.ts';

/** How what goes into a field looks, where its name alone does not tell; the same in every language. */
const exampleByField: Readonly<Partial<Record<ChannelName, Partial<Record<ChannelField, string>>>>> = {
  email: {
    url: 'smtps://user:password@mail.example:465',
    from: 'Support <support@desk.example>',
  },
  whatsapp: { api_url: 'https://graph.facebook.com/v21.0' },
  telegram: { app_url: 'https://desk.example', api_url: 'https://api.telegram.org' },
};

/** What stands there now, as text; a masked secret stays as it is when it is sent back. */
function textOf({ settings }: Channel, field: ChannelField): string {
  const value = settings?.[field];
  return typeof value === 'string' ? value : '';
}

/** Sets a channel up. */
export function ChannelDialog({
  channel,
  onClose,
  onSaved,
}: {
  channel: Channel;
  onClose: () => void;
  onSaved: () => void;
}) {
  const t = wordsOf('admin-channels');
  const store = useConsoleStore();
  const fields = fieldsByChannel[channel.name];
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(fields.map((field) => [field, textOf(channel, field)])),
  );
  const name = t(`name.${channel.name}`);

  function submit() {
    const filled = Object.entries(texts).filter(([, text]) => text.trim() !== '');
    return askNode(store, channelCalls.save, {
      params: { channel: channel.name },
      body: Object.fromEntries(filled),
    });
  }

  return (
    <FormDialog
      title={t('form.title', { name })}
      action={t('set_up')}
      onClose={onClose}
      onSubmit={submit}
      onDone={onSaved}
    >
      {fields.map((field) => {
        const shared = {
          label: t(`field.${field}`),
          placeholder: exampleByField[channel.name]?.[field] ?? '',
          autoComplete: 'off',
          maxLength: 1000,
          ...boundTo(texts[field] ?? '', (text) => setTexts({ ...texts, [field]: text })),
        };
        return channel.secret_fields.includes(field) ? (
          <PasswordInput
            key={field}
            {...shared}
            autoComplete="new-password"
            {...(textOf(channel, field) === '' ? {} : { description: t('form.secret_kept') })}
          />
        ) : (
          <TextInput key={field} {...shared} />
        );
      })}
    </FormDialog>
  );
}
