import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { tokenScopes } from '#shared/model/token-scope.ts';
import { askNode } from '../../store/ask-node.ts';
import { useConsoleStore } from '../../store/store-context.tsx';
import { FormDialog } from '../../ui/admin/form-dialog.tsx';
import { NameField } from '../../ui/admin/name-field.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { tokenCalls } from './api-calls.ts';

interface TokenDialogProps {
  onClose: () => void;
  onCreated: (secret: string) => void;
}

/** Makes a token; its secret is handed on to be shown this once. */
export function TokenDialog({ onClose, onCreated }: TokenDialogProps) {
  const t = wordsOf('admin-api');
  const store = useConsoleStore();
  const [name, setName] = useState('');
  const [scope, setScope] = useState<(typeof tokenScopes)[number]>('read');
  const [expires, setExpires] = useState('');

  function submit() {
    return askNode(store, tokenCalls.create, {
      body: {
        name: name.trim(),
        scopes: [scope],
        // Until the end of that day, by the clock of whoever chose it.
        ...(expires === '' ? {} : { expires_at: new Date(`${expires}T23:59:59`).toISOString() }),
      },
    });
  }

  return (
    <FormDialog
      title={t('form.token_title')}
      action={t('form.create')}
      onClose={onClose}
      onSubmit={name.trim() === '' ? null : submit}
      onDone={({ secret }) => onCreated(secret)}
    >
      <NameField label={t('form.name')} value={name} onChange={setName} />
      <NativeSelect
        label={t('form.scopes')}
        value={scope}
        onChange={(event) =>
          setScope(tokenScopes.find((each) => each === event.currentTarget.value) ?? 'read')
        }
        data={tokenScopes.map((value) => ({ value, label: t(`scope.${value}`) }))}
      />
      <TextInput
        type="date"
        label={t('form.expires')}
        description={t('form.expires_hint')}
        value={expires}
        onChange={(event) => setExpires(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
