import { Modal } from '@mantine/core';
import { formatRoute } from '../../store/route.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { capitalised } from '../../ui/capitalised.ts';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { ticketNumber } from '../../ui/tickets/words.ts';
import classes from './bulk.module.css';

/** Ticket by ticket, what a run could not change and why. */
export function BulkProblemsDialog() {
  const store = useConsoleStore();
  const t = wordsOf(['bulk', 'common']);
  const result = useConsole((state) => state.bulkProblems);
  const view = useConsole((state) => state.view);
  const close = () => store.getState().closeBulkProblems();
  return (
    <Modal
      opened={result !== null}
      onClose={close}
      title={t('bulk:not_changed', { count: result?.problems.length ?? 0 })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
      size={520}
    >
      <p className={classes['wanted']}>{t('bulk:wanted', { what: result?.what ?? '' })}</p>
      <ul className={classes['problems']}>
        {result?.problems.map(({ ticket, reason }) => (
          <li key={ticket.uid}>
            <a href={formatRoute({ view, ticketUid: ticket.uid })} onClick={close}>
              {ticketNumber(ticket.id)} {ticket.subject}
            </a>
            <span>{capitalised(reason)}</span>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
