import IconMail from '@tabler/icons-react/dist/esm/icons/IconMail.mjs';
import IconPhone from '@tabler/icons-react/dist/esm/icons/IconPhone.mjs';
import IconBuildingStore from '@tabler/icons-react/dist/esm/icons/IconBuildingStore.mjs';
import type { ReactNode } from 'react';
import type { TicketRow } from '#shared/model/ticket.ts';
import type { TicketDetail } from '#shared/protocol/ticket-detail.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { customerName } from '../../ui/tickets/customer-name.ts';
import { SourceMark } from '../../ui/tickets/source-mark.tsx';
import { sourceWord, ticketNumber } from '../../ui/tickets/words.ts';
import { exactTime } from '../../ui/time.ts';
import { ClocksSection } from './clocks-section.tsx';
import classes from './context-pane.module.css';
import { FaqSuggestions } from './faq-suggestions.tsx';
import { HistorySection } from './history-section.tsx';
import { PastTickets } from './past-tickets.tsx';
import { SplitTickets } from './split-tickets.tsx';
import { TagsSection } from './tags-section.tsx';

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes['section']} aria-label={title}>
      <h3 className={classes['heading']}>{title}</h3>
      {children}
    </section>
  );
}

function Field({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={classes['field']}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Customer({ ticket }: { ticket: TicketRow }) {
  const t = wordsOf(['ticket', 'tickets']);
  const name = customerName(ticket);
  const contacts = [
    { icon: IconMail, text: ticket.requester_email },
    { icon: IconPhone, text: ticket.phone_number },
    {
      icon: IconBuildingStore,
      text: ticket.merchant_id === null ? null : t('ticket:context.merchant', { id: ticket.merchant_id }),
    },
  ];
  return (
    <Section title={t('ticket:context.customer')}>
      <div className={classes['customer']}>
        <Avatar name={name} size={34} />
        <span className={classes['name']}>{name}</span>
      </div>
      <ul className={classes['contacts']}>
        {contacts.map(({ icon: ContactIcon, text }) =>
          text === null || text === '' ? null : (
            <li key={text}>
              <ContactIcon aria-hidden size={14} stroke={1.75} />
              <span dir="auto">{text}</span>
            </li>
          ),
        )}
      </ul>
    </Section>
  );
}

function Details({ ticket }: { ticket: TicketRow }) {
  const t = wordsOf('ticket');
  return (
    <Section title={t('context.details')}>
      <dl className={classes['fields']}>
        <Field name={t('context.number')}>{ticketNumber(ticket.id)}</Field>
        {ticket.code === null ? null : <Field name={t('context.code')}>{ticket.code}</Field>}
        <Field name={t('context.channel')}>
          <span className={classes['channel']}>
            <SourceMark source={ticket.source} /> {sourceWord(ticket.source)}
          </span>
        </Field>
        <Field name={t('context.opened')}>{exactTime(ticket.created_at)}</Field>
        <Field name={t('context.changed')}>{exactTime(ticket.updated_at)}</Field>
        {ticket.reassignment_count === 0 ? null : (
          <Field name={t('context.handed_over')}>
            {t('context.times', { count: ticket.reassignment_count })}
          </Field>
        )}
        {ticket.resolution_notes === null || ticket.resolution_notes === '' ? null : (
          <Field name={t('context.resolution')}>{ticket.resolution_notes}</Field>
        )}
      </dl>
    </Section>
  );
}

/** Whom the ticket is about and how it stands: customer, clocks, details, tags. */
export function ContextPane({ detail }: { detail: TicketDetail }) {
  const { ticket } = detail;
  const t = wordsOf('ticket');
  return (
    <aside className={classes['pane']} aria-label={t('details')}>
      <Customer ticket={ticket} />
      <ClocksSection ticket={ticket} />
      <Section title={t('context.tags')}>
        <TagsSection ticket={ticket} />
      </Section>
      <FaqSuggestions detail={detail} />
      <Details ticket={ticket} />
      <SplitTickets detail={detail} />
      <PastTickets ticket={ticket} />
      <HistorySection detail={detail} />
    </aside>
  );
}
