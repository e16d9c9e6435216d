import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { knowledgeCalls, type FaqInput, type UsedFaq } from '#shared/protocol/admin/knowledge.ts';
import { askNode } from '../../store/ask-node.ts';
import { useConsoleStore } from '../../store/store-context.tsx';
import { FormColumns, Preview, PreviewText } from '../../ui/admin/form-columns.tsx';
import { FormDialog } from '../../ui/admin/form-dialog.tsx';
import { boundTo } from '../../ui/bound-to.ts';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { readTags } from '../../ui/tickets/tags.ts';

/** What a new answer begins with: from a conversation it brings its question and what was said. */
export interface FaqDraft {
  question: string;
  answer: string;
}

interface FaqDialogProps {
  /** The answer that is changed; null for a new one. */
  faq: UsedFaq | null;
  draft: FaqDraft;
  categories: readonly string[];
  onClose: () => void;
  onSaved: () => void;
}

interface FaqForm extends FaqDraft {
  category: string;
  tags: string;
}

function FaqFields({
  form,
  categories,
  onChange,
}: {
  form: FaqForm;
  categories: readonly string[];
  onChange: (form: FaqForm) => void;
}) {
  const t = wordsOf('admin-faq');
  const field = (name: keyof FaqForm) => ({
    label: t(`form.${name}`),
    withAsterisk: name !== 'tags',
    ...boundTo(form[name], (text) => onChange({ ...form, [name]: text })),
  });
  return (
    <>
      <TextInput data-autofocus maxLength={500} {...field('question')} />
      <Textarea rows={9} maxLength={10_000} {...field('answer')} />
      <TextInput maxLength={100} list="faq-categories" {...field('category')} />
      <datalist id="faq-categories">
        {categories.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
      <TextInput description={t('form.tags_hint')} {...field('tags')} />
    </>
  );
}

/** Writes an answer, with a view of how it reads in a conversation. */
export function FaqDialog({ faq, draft, categories, onClose, onSaved }: FaqDialogProps) {
  const t = wordsOf(['admin-faq', 'common']);
  const store = useConsoleStore();
  const [form, setForm] = useState<FaqForm>({
    question: faq?.question ?? draft.question,
    answer: faq?.answer ?? draft.answer,
    category: faq?.category ?? categories[0] ?? 'general',
    tags: faq?.tags.join(', ') ?? '',
  });
  const { question, answer, category } = form;

  function submit() {
    const body: FaqInput = { ...form, tags: readTags(form.tags) };
    return faq === null
      ? askNode(store, knowledgeCalls.create, { body })
      : askNode(store, knowledgeCalls.update, { params: { id: faq.id }, body: { ...body, ver: faq.ver } });
  }

  const preview = (
    <Preview title={t('admin-faq:form.preview')}>
      <PreviewText from="customer">{question.trim() === '' ? '…' : question.trim()}</PreviewText>
      <PreviewText from="bot">
        {answer.trim() === '' ? t('admin-faq:form.empty_answer') : answer.trim()}
      </PreviewText>
    </Preview>
  );
  return (
    <FormDialog
      size={860}
      title={faq === null ? t('admin-faq:form.create_title') : t('admin-faq:form.edit_title')}
      action={faq === null ? t('admin-faq:form.create') : t('common:save')}
      onClose={onClose}
      onSubmit={[question, answer, category].every((text) => text.trim() !== '') ? submit : null}
      onDone={onSaved}
    >
      <FormColumns side={preview}>
        <FaqFields form={form} categories={categories} onChange={setForm} />
      </FormColumns>
    </FormDialog>
  );
}
