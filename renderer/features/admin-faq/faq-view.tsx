import { useState } from 'react';
import { exportCalls } from '#shared/protocol/admin/exports.ts';
import { knowledgeCalls, type UsedFaq } from '#shared/protocol/admin/knowledge.ts';
import { formatAdminPlace } from '../../store/admin-place.ts';
import { askNode } from '../../store/ask-node.ts';
import { useConsoleStore } from '../../store/store-context.tsx';
import { useAdminParams } from '../../store/use-admin-params.ts';
import { useExport } from '../../store/use-export.ts';
import { useAnswer } from '../../store/use-answer.ts';
import { useTell } from '../../store/use-tell.ts';
import { AnswerState } from '../../ui/admin/answer-state.tsx';
import { ExportButton } from '../../ui/admin/export-button.tsx';
import { FilterSelect, FilterText } from '../../ui/admin/filter-fields.tsx';
import { NewButton, Page } from '../../ui/admin/page.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { chooseFaqs, everyFaq, faqStates, type FaqFilter } from './choose-faqs.ts';
import { FaqDialog } from './faq-dialog.tsx';
import { FaqTable, type FaqAction } from './faq-table.tsx';
import { TryOut } from './try-out.tsx';

function Filters({
  filter,
  categories,
  onFilter,
}: {
  filter: FaqFilter;
  categories: readonly string[];
  onFilter: (filter: FaqFilter) => void;
}) {
  const t = wordsOf('admin-faq');
  return (
    <>
      <FilterText
        placeholder={t('search')}
        value={filter.text}
        onChange={(text) => onFilter({ ...filter, text })}
      />
      <FilterSelect
        label={t('category')}
        value={filter.category}
        values={categories}
        wordOf={(category) => category}
        onChange={(category) => onFilter({ ...filter, category })}
      />
      <FilterSelect
        label={t('state')}
        value={filter.state}
        values={faqStates}
        wordOf={(state) => t(state)}
        onChange={(state) => onFilter({ ...filter, state })}
      />
    </>
  );
}

/** The dialog that stands open: of an answer, of a new one, or of one that a conversation brings along. */
function useDialog() {
  const { params } = useAdminParams('faq');
  const [edited, setEdited] = useState<UsedFaq | 'new' | null>(null);
  const isFromConversation = params['question'] !== undefined;
  return {
    isOpen: edited !== null || isFromConversation,
    faq: edited === 'new' ? null : edited,
    draft: { question: params['question'] ?? '', answer: params['answer'] ?? '' },
    open: setEdited,
    close: () => {
      setEdited(null);
      if (isFromConversation) window.location.hash = formatAdminPlace('faq');
    },
  };
}

/** What customers are told: answers with preview and usage. */
export function FaqView() {
  const t = wordsOf(['admin-faq', 'admin']);
  const store = useConsoleStore();
  const answered = useAnswer(knowledgeCalls.list);
  const tell = useTell();
  const save = useExport();
  const [filter, setFilter] = useState(everyFaq);
  const dialog = useDialog();
  const categories = [...new Set((answered.value?.faqs ?? []).map(({ category }) => category))].toSorted();

  async function switchOver(faq: UsedFaq): Promise<void> {
    const changed = await askNode(store, knowledgeCalls.update, {
      params: { id: faq.id },
      body: { ver: faq.ver, is_active: !faq.is_active },
    });
    tell(changed, () => t(faq.is_active ? 'admin-faq:switched_off' : 'admin-faq:switched_on'));
    await answered.reload();
  }

  function onAction(action: FaqAction, faq: UsedFaq): void {
    if (action === 'edit') dialog.open(faq);
    else void switchOver(faq);
  }

  return (
    <Page
      title={t('admin:section.faq')}
      description={t('admin-faq:description')}
      actions={
        <>
          <ExportButton isWide onExport={() => save(exportCalls.faqs, 'faqs', {})} />
          <NewButton onClick={() => dialog.open('new')}>{t('admin-faq:new')}</NewButton>
        </>
      }
      toolbar={<Filters filter={filter} categories={categories} onFilter={setFilter} />}
    >
      <TryOut />
      <AnswerState {...answered}>
        {({ faqs }) => (
          <FaqTable faqs={chooseFaqs(faqs, filter)} hasOthers={faqs.length > 0} onAction={onAction} />
        )}
      </AnswerState>
      {dialog.isOpen ? (
        <FaqDialog
          faq={dialog.faq}
          draft={dialog.draft}
          categories={categories}
          onClose={dialog.close}
          onSaved={() => {
            store.getState().notify(t('admin-faq:saved'));
            void answered.reload();
          }}
        />
      ) : null}
    </Page>
  );
}
