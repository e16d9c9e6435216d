import { Button, Modal, NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { FormEvent, KeyboardEvent } from 'react';
import { departments } from '#shared/model/department.ts';
import { priorities } from '#shared/model/priority.ts';
import { maxTextLength } from '#shared/mutators/draft-rows.ts';
import { navigate } from '../../store/navigate.ts';
import type { NewTicket, TicketField } from '../../store/new-ticket.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { boundTo } from '../../ui/bound-to.ts';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { Keys } from '../../ui/keys.tsx';
import { categoryWord, priorityWord, ticketNumber } from '../../ui/tickets/words.ts';
import classes from './new-ticket-dialog.module.css';

/** What a field needs to show its part of the ticket and to write it. */
function useField(ticket: NewTicket) {
  const store = useConsoleStore();
  const problems = useConsole((state) => state.newTicketProblems);
  return (name: TicketField) => ({
    error: problems[name],
    ...boundTo(ticket[name], (text) => store.getState().writeTicket({ [name]: text })),
  });
}

function Customer({ ticket }: { ticket: NewTicket }) {
  const t = wordsOf('new-ticket');
  const field = useField(ticket);
  return (
    <fieldset className={classes['customer']}>
      <legend>{t('customer')}</legend>
      <TextInput label={t('name')} maxLength={200} {...field('name')} />
      <TextInput label={t('email')} type="email" maxLength={320} {...field('email')} />
      <TextInput label={t('phone')} type="tel" maxLength={40} {...field('phone')} />
    </fieldset>
  );
}

function Form({ ticket }: { ticket: NewTicket }) {
  const t = wordsOf('new-ticket');
  const store = useConsoleStore();
  const field = useField(ticket);

  async function create(): Promise<void> {
    const uid = await store.getState().createTicket();
    if (uid !== null) navigate(store, { view: store.getState().view, ticketUid: uid });
  }

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    void create();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSubmit(event);
  }

  return (
    <form noValidate className={classes['form']} onSubmit={onSubmit} onKeyDown={onKeyDown}>
      {ticket.origin === null ? null : (
        <p className={classes['origin']}>
          {t('split_from', {
            ticket: `${ticketNumber(ticket.origin.ticket.id)} ${ticket.origin.ticket.subject}`,
          })}
        </p>
      )}
      <TextInput label={t('subject')} data-autofocus withAsterisk maxLength={300} {...field('subject')} />
      <Textarea
        label={t('description')}
        withAsterisk
        rows={6}
        maxLength={maxTextLength}
        {...field('description')}
      />
      <Customer ticket={ticket} />
      <div className={classes['pair']}>
        <NativeSelect
          label={t('priority')}
          data={priorities.map((value) => ({ value, label: priorityWord(value) }))}
          {...field('priority')}
        />
        <NativeSelect
          label={t('category')}
          data={departments.map((value) => ({ value, label: categoryWord(value) }))}
          {...field('category')}
        />
      </div>
      <div className={classes['foot']}>
        <Button variant="subtle" color="gray" size="sm" onClick={() => store.getState().discardTicket()}>
          {t('discard')}
        </Button>
        <Button type="submit" size="sm" rightSection={<Keys combination="Ctrl+Enter" />}>
          {t('create')}
        </Button>
      </div>
    </form>
  );
}

/** Opens a ticket on behalf of a customer, with or without the node. Closing it keeps what was written. */
export function NewTicketDialog() {
  const t = wordsOf(['new-ticket', 'common']);
  const store = useConsoleStore();
  const isOpen = useConsole((state) => state.isNewTicketOpen);
  const ticket = useConsole((state) => state.newTicket);
  return (
    <Modal
      opened={isOpen && ticket !== null}
      onClose={() => store.getState().leaveTicket()}
      title={(ticket?.origin ?? null) === null ? t('new-ticket:title') : t('new-ticket:split_title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
      size={620}
    >
      {ticket === null ? null : <Form ticket={ticket} />}
    </Modal>
  );
}
