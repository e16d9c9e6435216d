import { Button, TextInput } from '@mantine/core';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { macroUsageCall } from '#shared/protocol/admin/macros.ts';
import { askNode } from '../../store/ask-node.ts';
import { useConsoleStore } from '../../store/store-context.tsx';
import { useAnswer } from '../../store/use-answer.ts';
import { AnswerState } from '../../ui/admin/answer-state.tsx';
import { FormDialog } from '../../ui/admin/form-dialog.tsx';
import { Page } from '../../ui/admin/page.tsx';
import { macroCalls, type Macro } from './macro-calls.ts';
import { MacroDialog } from './macro-dialog.tsx';
import { MacroTable } from './macro-table.tsx';
import classes from './macros.module.css';

type Dialog = { kind: 'edit'; macro: Macro | null } | { kind: 'remove'; macro: Macro };

function isNamed({ name, body }: Macro, text: string): boolean {
  const known = `${name} ${body.text ?? ''}`.toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => known.includes(word));
}

function RemoveDialog({ macro, onClose, onDone }: { macro: Macro; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation('admin-macros');
  const store = useConsoleStore();
  return (
    <FormDialog
      isOpen
      isDangerous
      title={t('remove_title', { name: macro.name })}
      action={t('remove')}
      onClose={onClose}
      onSubmit={async () => {
        const answered = await askNode(store, macroCalls.remove, { params: { id: macro.id } });
        if (!answered.ok) return answered.error;
        onDone();
        return null;
      }}
    >
      <p className={classes['text']}>{t('remove_text')}</p>
    </FormDialog>
  );
}

/** What one press does to a ticket: for everybody, for departments, and one's own. */
export function MacrosView() {
  const { t } = useTranslation(['admin-macros', 'admin']);
  const store = useConsoleStore();
  const answered = useAnswer(macroCalls.list);
  const usage = useAnswer(macroUsageCall);
  const usageById = new Map(usage.value?.usage.map((each) => [each.item_id, each]));
  const [text, setText] = useState('');
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const tell = (done: string) => {
    store.getState().notify(done);
    void answered.reload();
  };
  const close = () => setDialog(null);
  return (
    <Page
      title={t('admin:section.macros')}
      description={t('admin-macros:description')}
      actions={
        <Button
          size="sm"
          leftSection={<IconPlus aria-hidden size={15} stroke={2} />}
          onClick={() => setDialog({ kind: 'edit', macro: null })}
        >
          {t('admin-macros:new')}
        </Button>
      }
      toolbar={
        <TextInput
          size="xs"
          type="search"
          className={classes['search'] ?? ''}
          label={t('admin:filter')}
          placeholder={t('admin-macros:search')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      }
    >
      <AnswerState {...answered}>
        {({ macros }) => (
          <MacroTable
            macros={macros.filter((macro) => isNamed(macro, text))}
            usageById={usageById}
            onAction={(kind, macro) => setDialog({ kind, macro })}
          />
        )}
      </AnswerState>
      {dialog?.kind === 'edit' ? (
        <MacroDialog macro={dialog.macro} onClose={close} onSaved={() => tell(t('admin-macros:saved'))} />
      ) : null}
      {dialog?.kind === 'remove' ? (
        <RemoveDialog
          macro={dialog.macro}
          onClose={close}
          onDone={() => tell(t('admin-macros:removed', { name: dialog.macro.name }))}
        />
      ) : null}
    </Page>
  );
}
