import { useState } from 'react';
import { macroUsageCall } from '#shared/protocol/admin/macros.ts';
import { askNode } from '../../store/ask-node.ts';
import { useConsoleStore } from '../../store/store-context.tsx';
import { useAnswer } from '../../store/use-answer.ts';
import { AnswerState } from '../../ui/admin/answer-state.tsx';
import { FilterText } from '../../ui/admin/filter-fields.tsx';
import { ConfirmDialog } from '../../ui/admin/form-dialog.tsx';
import { NewButton, Page } from '../../ui/admin/page.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { hasWords } from '../../ui/text/has-words.ts';
import { macroCalls, type Macro } from './macro-calls.ts';
import { MacroDialog } from './macro-dialog.tsx';
import { MacroTable } from './macro-table.tsx';

type Dialog = { kind: 'edit'; macro: Macro | null } | { kind: 'remove'; macro: Macro };

/** What one press does to a ticket: for everybody, for departments, and one's own. */
export function MacrosView() {
  const t = wordsOf(['admin-macros', 'admin']);
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
        <NewButton onClick={() => setDialog({ kind: 'edit', macro: null })}>
          {t('admin-macros:new')}
        </NewButton>
      }
      toolbar={<FilterText placeholder={t('admin-macros:search')} value={text} onChange={setText} />}
    >
      <AnswerState {...answered}>
        {({ macros }) => (
          <MacroTable
            macros={macros.filter(({ name, body }) => hasWords(`${name} ${body.text ?? ''}`, text))}
            hasOthers={macros.length > 0}
            usageById={usageById}
            onAction={(kind, macro) => setDialog({ kind, macro })}
          />
        )}
      </AnswerState>
      {dialog?.kind === 'edit' ? (
        <MacroDialog macro={dialog.macro} onClose={close} onSaved={() => tell(t('admin-macros:saved'))} />
      ) : null}
      {dialog?.kind === 'remove' ? (
        <ConfirmDialog
          title={t('admin-macros:remove_title', { name: dialog.macro.name })}
          text={t('admin-macros:remove_text')}
          action={t('admin-macros:remove')}
          onClose={close}
          onSubmit={() => askNode(store, macroCalls.remove, { params: { id: dialog.macro.id } })}
          onDone={() => tell(t('admin-macros:removed', { name: dialog.macro.name }))}
        />
      ) : null}
    </Page>
  );
}
