import IconMessages from '@tabler/icons-react/dist/esm/icons/IconMessages.mjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { conversationCalls, type Conversation } from '#shared/protocol/admin/conversations.ts';
import { formatRoute } from '../../store/route.ts';
import { usePages } from '../../store/use-pages.ts';
import { AnswerState } from '../../ui/admin/answer-state.tsx';
import { DataTable, type Column } from '../../ui/admin/data-table.tsx';
import { share } from '../../ui/admin/figures.ts';
import { Section } from '../../ui/admin/page.tsx';
import { Tag } from '../../ui/admin/tag.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ticketNumber } from '../../ui/tickets/words.ts';
import { exactTime } from '../../ui/time.ts';
import { ConversationDialog } from './conversation-dialog.tsx';
import classes from './bot.module.css';

export type ConversationState = 'bot' | 'handed_over';

function useColumns(onOpen: (conversation: Conversation) => void): Column<Conversation>[] {
  const { t } = useTranslation('admin-bot');
  return [
    { id: 'when', header: t('column.when'), cell: ({ updated_at }) => exactTime(updated_at) },
    {
      id: 'customer',
      header: t('column.customer'),
      cell: ({ customer_name }) => customer_name ?? t('unknown'),
    },
    {
      id: 'question',
      header: t('column.question'),
      isRowHeader: true,
      cell: (conversation) => (
        <button
          type="button"
          className={classes['open']}
          title={t('open', { question: conversation.first_query })}
          onClick={() => onOpen(conversation)}
        >
          {conversation.first_query}
        </button>
      ),
    },
    { id: 'turns', header: t('column.turns'), isFigure: true, cell: ({ turns }) => turns },
    {
      id: 'confidence',
      header: t('column.confidence'),
      isFigure: true,
      cell: ({ lowest_confidence }) => share(lowest_confidence),
    },
    {
      id: 'state',
      header: t('column.state'),
      cell: ({ is_escalated }) =>
        is_escalated ? (
          <Tag tone="amber">{t('escalated_state')}</Tag>
        ) : (
          <Tag tone="green">{t('with_bot')}</Tag>
        ),
    },
    {
      id: 'ticket',
      header: t('column.ticket'),
      cell: ({ ticket_id, ticket_uid }) =>
        ticket_id === null || ticket_uid === null ? null : (
          <a className={classes['open']} href={formatRoute({ view: 'open', ticketUid: ticket_uid })}>
            {ticketNumber(ticket_id)}
          </a>
        ),
    },
  ];
}

/** Conversations, the latest first; one opens in a dialog. */
export function ConversationTable({ state }: { state: ConversationState | null }) {
  const { t } = useTranslation('admin-bot');
  const [opened, setOpened] = useState<Conversation | null>(null);
  const { items, error, hasMore, isLoading, loadMore, reload } = usePages(
    conversationCalls.list,
    state === null ? {} : { state },
  );
  const columns = useColumns(setOpened);
  return (
    <Section title={t('conversations')}>
      <AnswerState value={items} error={error} reload={reload}>
        {(rows) => (
          <DataTable
            label={t('conversations')}
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            more={hasMore ? { isLoading, onMore: loadMore } : null}
            empty={
              <EmptyState icon={IconMessages} title={t('empty.title')}>
                {t('empty.text')}
              </EmptyState>
            }
          />
        )}
      </AnswerState>
      {opened === null ? null : <ConversationDialog conversation={opened} onClose={() => setOpened(null)} />}
    </Section>
  );
}
