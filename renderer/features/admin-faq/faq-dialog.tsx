import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { knowledgeCalls, type FaqInput, type UsedFaq } from '#shared/protocol/admin/knowledge.ts';
import type { DeskErrorData } from '#shared/protocol/errors.ts';
import { askNode } from '../../store/ask-node.ts';
import { useConsoleStore } from '../../store/store-context.tsx';
import { FormDialog } from '../../ui/admin/form-dialog.tsx';
import { readTags } from './choose-faqs.ts';
import classes from './faq.module.css';

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

function Preview({ question, answer }: FaqDraft) {
  const { t } = useTranslation('admin-faq');
  return (
    <section className={classes['preview']} aria-label={t('form.preview')}>
      <h3>{t('form.preview')}</h3>
      <p className={classes['customer']}>{question === '' ? '…' : question}</p>
      <p className={classes['bot']}>{answer === '' ? t('form.empty_answer') : answer}</p>
    </section>
  );
}

/** Writes an answer, with a view of how it reads in a conversation. */
export function FaqDialog({ faq, draft, categories, onClose, onSaved }: FaqDialogProps) {
  const { t } = useTranslation(['admin-faq', 'common']);
  const store = useConsoleStore();
  const [question, setQuestion] = useState(faq?.question ?? draft.question);
  const [answer, setAnswer] = useState(faq?.answer ?? draft.answer);
  const [category, setCategory] = useState(faq?.category ?? categories[0] ?? 'general');
  const [tags, setTags] = useState(faq?.tags.join(', ') ?? '');

  async function submit(): Promise<DeskErrorData | null> {
    const body: FaqInput = { question, answer, category, tags: readTags(tags) };
    const answered =
      faq === null
        ? await askNode(store, knowledgeCalls.create, { body })
        : await askNode(store, knowledgeCalls.update, {
            params: { id: faq.id },
            body: { ...body, ver: faq.ver },
          });
    if (!answered.ok) return answered.error;
    onSaved();
    return null;
  }

  return (
    <FormDialog
      isOpen
      size={860}
      title={faq === null ? t('admin-faq:form.create_title') : t('admin-faq:form.edit_title')}
      action={faq === null ? t('admin-faq:form.create') : t('common:save')}
      canSubmit={[question, answer, category].every((text) => text.trim() !== '')}
      onClose={onClose}
      onSubmit={submit}
    >
      <div className={classes['columns']}>
        <div className={classes['fields']}>
          <TextInput
            label={t('admin-faq:form.question')}
            data-autofocus
            withAsterisk
            maxLength={500}
            value={question}
            onChange={(event) => setQuestion(event.currentTarget.value)}
          />
          <Textarea
            label={t('admin-faq:form.answer')}
            withAsterisk
            rows={9}
            maxLength={10_000}
            value={answer}
            onChange={(event) => setAnswer(event.currentTarget.value)}
          />
          <TextInput
            label={t('admin-faq:form.category')}
            withAsterisk
            maxLength={100}
            list="faq-categories"
            value={category}
            onChange={(event) => setCategory(event.currentTarget.value)}
          />
          <datalist id="faq-categories">
            {categories.map((each) => (
              <option key={each} value={each} />
            ))}
          </datalist>
          <TextInput
            label={t('admin-faq:form.tags')}
            description={t('admin-faq:form.tags_hint')}
            value={tags}
            onChange={(event) => setTags(event.currentTarget.value)}
          />
        </div>
        <Preview question={question.trim()} answer={answer.trim()} />
      </div>
    </FormDialog>
  );
}
