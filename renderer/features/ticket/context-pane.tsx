import IconMail from '@tabler/icons-react/dist/esm/icons/IconMail.mjs';
import IconPhone from '@tabler/icons-react/dist/esm/icons/IconPhone.mjs';
import IconBuildingStore from '@tabler/icons-react/dist/esm/icons/IconBuildingStore.mjs';
import type { ReactNode } from 'react';
import type { TicketRow } from '#shared/model/ticket.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { SlaChip } from '../../ui/tickets/sla-chip.tsx';
import { resolutionClock, responseClock, type SlaClock } from '../../ui/tickets/sla.ts';
import { SourceMark } from '../../ui/tickets/source-mark.tsx';
import { sourceWord, ticketNumber } from '../../ui/tickets/words.ts';
import { exactTime } from '../../ui/time.ts';
import { useNow } from '../../ui/use-now.ts';
import classes from './context-pane.module.css';
import { tagsOf } from './tags.ts';

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
  const name = ticket.requester_name || ticket.requester_email || ticket.phone_number || 'Unknown customer';
  const contacts = [
    { icon: IconMail, text: ticket.requester_email },
    { icon: IconPhone, text: ticket.phone_number },
    { icon: IconBuildingStore, text: ticket.merchant_id === null ? null : `Merchant ${ticket.merchant_id}` },
  ];
  return (
    <Section title="Customer">
      <div className={classes['customer']}>
        <Avatar name={name} size={34} />
        <span className={classes['name']}>{name}</span>
      </div>
      <ul className={classes['contacts']}>
        {contacts.map(({ icon: ContactIcon, text }) =>
          text === null || text === '' ? null : (
            <li key={text}>
              <ContactIcon aria-hidden size={14} stroke={1.75} />
              <span>{text}</span>
            </li>
          ),
        )}
      </ul>
    </Section>
  );
}

function Clock({ name, clock, now }: { name: string; clock: SlaClock | null; now: number }) {
  if (clock === null) return null;
  return (
    <Field name={name}>
      <SlaChip clock={clock} now={now} />
      <span className={classes['exact']}>{exactTime(clock.dueAt)}</span>
    </Field>
  );
}

function Details({ ticket }: { ticket: TicketRow }) {
  return (
    <Section title="Details">
      <dl className={classes['fields']}>
        <Field name="Number">{ticketNumber(ticket.id)}</Field>
        {ticket.code === null ? null : <Field name="Code">{ticket.code}</Field>}
        <Field name="Channel">
          <span className={classes['channel']}>
            <SourceMark source={ticket.source} /> {sourceWord[ticket.source]}
          </span>
        </Field>
        <Field name="Opened">{exactTime(ticket.created_at)}</Field>
        <Field name="Changed">{exactTime(ticket.updated_at)}</Field>
        {ticket.reassignment_count === 0 ? null : (
          <Field name="Handed over">{ticket.reassignment_count}×</Field>
        )}
        {ticket.resolution_notes === null || ticket.resolution_notes === '' ? null : (
          <Field name="Resolution">{ticket.resolution_notes}</Field>
        )}
      </dl>
    </Section>
  );
}

/** Whom the ticket is about and how it stands: customer, clocks, details, tags. */
export function ContextPane({ ticket }: { ticket: TicketRow }) {
  const now = useNow();
  const response = responseClock(ticket, now);
  const resolution = resolutionClock(ticket, now);
  const tags = tagsOf(ticket);
  return (
    <aside className={classes['pane']} aria-label="Customer and details">
      <Customer ticket={ticket} />
      {response === null && resolution === null ? null : (
        <Section title="Service level">
          <dl className={classes['fields']}>
            <Clock name="First reply" clock={response} now={now} />
            <Clock name="Solution" clock={resolution} now={now} />
          </dl>
        </Section>
      )}
      <Details ticket={ticket} />
      {tags.length === 0 ? null : (
        <Section title="Tags">
          <ul className={classes['tags']}>
            {tags.map((tag) => (
              <li key={tag}>{tag}</li>
            ))}
          </ul>
        </Section>
      )}
    </aside>
  );
}
