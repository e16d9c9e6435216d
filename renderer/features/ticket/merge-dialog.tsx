import { Button, Modal } from '@mantine/core';
import { useEffect, useState, type ComponentProps } from 'react';
import type { TicketRow } from '#shared/model/ticket.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { StatusMark } from '../../ui/tickets/status-mark.tsx';
import { customerName } from '../../ui/tickets/customer-name.ts';
import { statusWord, ticketNumber } from '../../ui/tickets/words.ts';
import { useOptions } from '../../ui/use-options.ts';
import classes from './merge-dialog.module.css';

/** What can be merged into: found by the text, or, without one, what else the customer has. */
function useCandidates(ticket: TicketRow, text: string): readonly TicketRow[] {
  const store = useConsoleStore();
  const past = useConsole((state) => state.pastTickets);
  const [found, setFound] = useState<readonly TicketRow[]>([]);
  useEffect(() => void store.getState().loadPastTickets(), [store, ticket.uid]);
  useEffect(() => {
    let isCurrent = true;
    void store
      .getState()
      .findTickets(text)
      .then((rows) => {
        if (isCurrent) setFound(rows);
      });
    return () => {
      isCurrent = false;
    };
  }, [store, text]);
  const candidates = text.trim() === '' ? (past ?? []) : found;
  return candidates.filter(({ uid, merged_into_uid }) => uid !== ticket.uid && merged_into_uid === null);
}

/** Whether both are from one customer, as far as can be told. */
function isSameCustomer(a: TicketRow, b: TicketRow): boolean {
  return (
    (a.requester_id !== null && a.requester_id === b.requester_id) ||
    (!!a.requester_email && a.requester_email.toLowerCase() === b.requester_email?.toLowerCase()) ||
    (!!a.phone_number && a.phone_number === b.phone_number)
  );
}

interface CandidateProps {
  ticket: TicketRow;
  option: ComponentProps<'div'>;
  isActive: boolean;
  isChosen: boolean;
}

function Candidate({ ticket, option, isActive, isChosen }: CandidateProps) {
  return (
    <div
      {...option}
      className={classes['option']}
      data-active={isActive || undefined}
      data-chosen={isChosen || undefined}
    >
      <span title={statusWord(ticket.status)}>
        <StatusMark status={ticket.status} size={15} />
      </span>
      <span className={classes['subject']}>{ticket.subject}</span>
      <span className={classes['aside']}>
        {ticketNumber(ticket.id)} · {customerName(ticket)}
      </span>
    </div>
  );
}

/** A warning where the two are from different people, and the deed. */
function Foot({
  ticket,
  chosen,
  onMerge,
}: {
  ticket: TicketRow;
  chosen: TicketRow | null;
  onMerge: () => void;
}) {
  const t = wordsOf('ticket');
  return (
    <footer className={classes['foot']}>
      {chosen !== null && !isSameCustomer(ticket, chosen) ? (
        <p role="alert" className={classes['warning']}>
          {t('merge_into.other_customer', { name: customerName(chosen) })}
        </p>
      ) : null}
      <Button size="sm" disabled={chosen === null} onClick={onMerge}>
        {chosen === null ? t('merge_into.merge') : `${t('merge_into.merge')} → ${ticketNumber(chosen.id)}`}
      </Button>
    </footer>
  );
}

function Chooser({ ticket, onDone }: { ticket: TicketRow; onDone: () => void }) {
  const store = useConsoleStore();
  const t = wordsOf('ticket');
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<TicketRow | null>(null);
  const candidates = useCandidates(ticket, text);
  const options = useOptions(candidates.length, (index) => setChosen(candidates[index] ?? null));

  function merge(): void {
    if (chosen === null) return;
    onDone();
    void store.getState().act({ kind: 'merge', into: chosen });
  }

  return (
    <>
      <p className={classes['explain']}>{t('merge_into.explain')}</p>
      <input
        {...options.input}
        data-autofocus
        className={classes['input']}
        aria-label={t('merge_into.find')}
        aria-expanded
        placeholder={t('merge_into.placeholder')}
        value={text}
        maxLength={200}
        onChange={(event) => {
          options.reset();
          setChosen(null);
          setText(event.currentTarget.value);
        }}
        onKeyDown={options.onKeyDown}
      />
      {text.trim() === '' && candidates.length > 0 ? (
        <p className={classes['heading']}>{t('merge_into.same')}</p>
      ) : null}
      <div role="listbox" id={options.listId} aria-label={t('merge_into.find')} className={classes['list']}>
        {candidates.map((candidate, index) => (
          <Candidate
            key={candidate.uid}
            ticket={candidate}
            option={options.option(index)}
            isActive={index === options.active}
            isChosen={candidate.uid === chosen?.uid}
          />
        ))}
      </div>
      {candidates.length === 0 ? <p className={classes['none']}>{t('merge_into.none')}</p> : null}
      <Foot ticket={ticket} chosen={chosen} onMerge={merge} />
    </>
  );
}

/** Chooses the ticket that the open one is merged into. */
export function MergeDialog() {
  const store = useConsoleStore();
  const t = wordsOf(['ticket', 'common']);
  const isOpen = useConsole((state) => state.isMergeOpen);
  const ticket = useConsole((state) => state.detail?.ticket ?? null);
  const close = () => store.getState().setMergeOpen(false);
  return (
    <Modal
      opened={isOpen && ticket !== null}
      onClose={close}
      title={t('ticket:merge_into.title', { ticket: ticketNumber(ticket?.id ?? null) })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
      size={560}
    >
      {ticket === null ? null : <Chooser ticket={ticket} onDone={close} />}
    </Modal>
  );
}
