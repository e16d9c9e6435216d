import { Button } from '@mantine/core';
import IconKey from '@tabler/icons-react/dist/esm/icons/IconKey.mjs';
import { useState } from 'react';
import { askNode } from '../../store/ask-node.ts';
import { useConsoleStore } from '../../store/store-context.tsx';
import { useAnswer } from '../../store/use-answer.ts';
import { AnswerState } from '../../ui/admin/answer-state.tsx';
import { DataTable, type Column } from '../../ui/admin/data-table.tsx';
import { ConfirmDialog, FormText } from '../../ui/admin/form-dialog.tsx';
import { Section } from '../../ui/admin/page.tsx';
import { actionColumn } from '../../ui/admin/row-actions.tsx';
import { v1Time } from '../../ui/admin/v1-time.ts';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { exactTime } from '../../ui/time.ts';
import { tokenCalls, type ApiToken } from './api-calls.ts';
import { SecretDialog } from './secret-dialog.tsx';
import { TokenDialog } from './token-dialog.tsx';

function useColumns(onRevoke: (token: ApiToken) => void): Column<ApiToken>[] {
  const t = wordsOf('admin-api');
  const moment = (text: string | null) => (text === null ? t('never') : exactTime(v1Time(text)));
  return [
    {
      id: 'name',
      header: t('column.name'),
      isRowHeader: true,
      sortBy: ({ name }) => name,
      cell: ({ name }) => name,
    },
    { id: 'hint', header: t('column.hint'), cell: ({ hint }) => <code>…{hint}</code> },
    {
      id: 'scopes',
      header: t('column.scopes'),
      cell: ({ scopes }) => scopes.map((scope) => t(`scope.${scope}`)).join(', '),
    },
    {
      id: 'owner',
      header: t('column.owner'),
      sortBy: ({ username }) => username,
      cell: ({ username }) => username,
    },
    {
      id: 'created',
      header: t('column.created'),
      sortBy: ({ created_at }) => created_at,
      cell: ({ created_at }) => moment(created_at),
    },
    { id: 'expires', header: t('column.expires'), cell: ({ expires_at }) => moment(expires_at) },
    {
      id: 'used',
      header: t('column.used'),
      sortBy: ({ last_used_at }) => last_used_at,
      cell: ({ last_used_at }) => moment(last_used_at),
    },
    actionColumn((token) => (
      <Button size="compact-xs" variant="default" onClick={() => onRevoke(token)}>
        {t('revoke')}
      </Button>
    )),
  ];
}

function TokenTable({
  tokens,
  onRevoke,
}: {
  tokens: readonly ApiToken[];
  onRevoke: (token: ApiToken) => void;
}) {
  const t = wordsOf('admin-api');
  return (
    <DataTable
      label={t('tokens')}
      columns={useColumns(onRevoke)}
      rows={tokens}
      rowKey={({ id }) => id}
      empty={{ icon: IconKey, title: t('no_tokens.title'), text: t('no_tokens.text') }}
    />
  );
}

/** The keys of programs: everybody's, for admins. */
export function TokenSection() {
  const t = wordsOf('admin-api');
  const store = useConsoleStore();
  const answered = useAnswer(tokenCalls.list, { query: { all: true } });
  const [isCreating, setCreating] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const [revoked, setRevoked] = useState<ApiToken | null>(null);

  return (
    <Section
      title={t('tokens')}
      actions={<Button onClick={() => setCreating(true)}>{t('new_token')}</Button>}
    >
      <FormText>{t('tokens_hint')}</FormText>
      <AnswerState {...answered}>
        {({ tokens }) => <TokenTable tokens={tokens} onRevoke={setRevoked} />}
      </AnswerState>
      {isCreating ? (
        <TokenDialog
          onClose={() => setCreating(false)}
          onCreated={(text) => {
            setSecret(text);
            void answered.reload();
          }}
        />
      ) : null}
      {secret === null ? null : (
        <SecretDialog secret={{ kind: 'token', text: secret }} onClose={() => setSecret(null)} />
      )}
      {revoked === null ? null : (
        <ConfirmDialog
          title={t('revoke_title', { name: revoked.name })}
          text={t('revoke_text')}
          action={t('revoke')}
          onClose={() => setRevoked(null)}
          onSubmit={() => askNode(store, tokenCalls.revoke, { params: { id: revoked.id } })}
          onDone={() => {
            store.getState().notify(t('revoked', { name: revoked.name }));
            void answered.reload();
          }}
        />
      )}
    </Section>
  );
}
