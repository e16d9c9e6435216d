import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FaqRow } from '#shared/model/faq.ts';
import type { TicketDetail } from '#shared/protocol/ipc.ts';
import { useConsoleStore } from '../../store/store-context.tsx';
import classes from './faq-suggestions.module.css';

/** More would push the rest out of sight. */
const shownLimit = 3;

/** What the customer said last, or what the ticket is about while they said nothing. */
function questionOf({ ticket, messages }: Pick<TicketDetail, 'ticket' | 'messages'>): string {
  const said = messages.findLast(({ row }) => row.sender_type === 'user' && row.visibility === 'public');
  return `${ticket.subject}\n${said?.row.text ?? ticket.description}`.slice(0, 2000);
}

/** Answers that may fit what the customer asks, one press away from the reply. */
export function FaqSuggestions({ detail }: { detail: TicketDetail }) {
  const store = useConsoleStore();
  const { t } = useTranslation('ticket');
  const [faqs, setFaqs] = useState<readonly FaqRow[]>([]);
  const question = questionOf(detail);
  useEffect(() => {
    let isCurrent = true;
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
