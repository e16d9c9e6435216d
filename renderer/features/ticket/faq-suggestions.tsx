import { useEffect, useState } from 'react';
import type { FaqRow } from '#shared/model/faq.ts';
import type { TicketDetail } from '#shared/protocol/ticket-detail.ts';
import { useConsoleStore } from '../../store/store-context.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import classes from './faq-suggestions.module.css';
import { questionOf } from './question-of.ts';

/** More would push the rest out of sight. */
const shownLimit = 3;

/** Answers that may fit what the customer asks, one press away from the reply. */
export function FaqSuggestions({ detail }: { detail: TicketDetail }) {
  const store = useConsoleStore();
  const t = wordsOf('ticket');
  const [faqs, setFaqs] = useState<readonly FaqRow[]>([]);
  const question = questionOf(detail);
  useEffect(() => {
    let isCurrent = true;
    if (question === '') return setFaqs([]);
    void store
      .getState()
      .searchFaqs(question, shownLimit)
      .then((found) => {
        if (isCurrent) setFaqs(found);
      });
    return () => {
      isCurrent = false;
    };
  }, [store, question]);
  if (faqs.length === 0) return null;
  return (
    <section className={classes['section']} aria-label={t('suggest.title')}>
      <h3 className={classes['heading']}>{t('suggest.title')}</h3>
      {faqs.map(({ uid, question: asked, answer }) => (
        <button
          key={uid}
          type="button"
          className={classes['faq']}
          aria-label={t('suggest.insert', { question: asked })}
          title={answer}
          onClick={() => store.getState().insertText(answer)}
        >
          <span className={classes['question']}>{asked}</span>
          <span className={classes['answer']}>{answer}</span>
        </button>
      ))}
    </section>
  );
}
