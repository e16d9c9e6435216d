import { Button, Checkbox, Modal, Textarea } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import { maxTextLength } from '#shared/mutators/draft-rows.ts';
import type { TicketAction } from '../../store/ticket-action.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import classes from './bulk.module.css';

function Form({ count, onDone }: { count: number; onDone: () => void }) {
  const store = useConsoleStore();
  const t = wordsOf('bulk');
  const agentName = useConsole(({ session }) =>
    session?.state === 'signed_in' ? session.user.full_name : '',
  );
  const [text, setText] = useState('');
  const [isResolving, setResolving] = useState(false);

  function send(): void {
    if (text.trim() === '') return;
    const reply: TicketAction = { kind: 'reply', text, agentName };
    const actions: TicketAction[] = isResolving ? [reply, { kind: 'status', to: 'resolved' }] : [reply];
    onDone();
    void store.getState().actOnSelected(...actions);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
  }

  return (
    <div className={classes['reply']}>
      <Textarea
        label={t('reply_text')}
        description={t('reply_hint', { name: '{{customer.name}}', number: '{{ticket.id}}' })}
        data-autofocus
        rows={7}
        maxLength={maxTextLength}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div className={classes['replyFoot']}>
        <Checkbox
          size="sm"
          label={t('reply_resolve')}
          checked={isResolving}
          onChange={(event) => setResolving(event.currentTarget.checked)}
        />
        <Button size="sm" disabled={text.trim() === ''} onClick={send}>
          {t('reply_send', { count })}
        </Button>
      </div>
    </div>
  );
}

/** One text for many customers, each by their name. */
export function BulkReplyDialog() {
  const store = useConsoleStore();
  const t = wordsOf(['bulk', 'common']);
  const isOpen = useConsole((state) => state.isBulkReplyOpen);
  const count = useConsole((state) => state.selectedUids.size);
  const close = () => store.getState().setBulkReplyOpen(false);
  return (
    <Modal
      opened={isOpen && count > 0}
      onClose={close}
      title={t('bulk:reply_title', { count })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
      size={560}
    >
      <Form count={count} onDone={close} />
    </Modal>
  );
}
