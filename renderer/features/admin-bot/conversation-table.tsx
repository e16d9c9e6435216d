import IconMessages from '@tabler/icons-react/dist/esm/icons/IconMessages.mjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { conversationCalls, type Conversation } from '#shared/protocol/admin/conversations.ts';
import { formatRoute } from '../../store/route.ts';
import { usePages } from '../../store/use-pages.ts';
import type { Column } from '../../ui/admin/data-table.tsx';
import { share } from '../../ui/admin/figures.ts';
import { Section } from '../../ui/admin/page.tsx';
import { PagedTable } from '../../ui/admin/paged-table.tsx';
import { OpenRow } from '../../ui/admin/row-name.tsx';
import { Tag } from '../../ui/admin/tag.tsx';
import { TicketLink } from '../../ui/admin/ticket-link.tsx';
import { exactTime } from '../../ui/time.ts';
import { ConversationDialog } from './conversation-dialog.tsx';

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
        <OpenRow
          title={t('open', { question: conversation.first_query })}
          onOpen={() => onOpen(conversation)}
        >
          {conversation.first_query}
        </OpenRow>
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
          <TicketLink id={ticket_id} href={formatRoute({ view: 'open', ticketUid: ticket_uid })} />
        ),
    },
  ];
}

/** Conversations, the latest first; one opens in a dialog. */
export function ConversationTable({ state }: { state: ConversationState | null }) {
  const { t } = useTranslation('admin-bot');
  const [opened, setOpened] = useState<Conversation | null>(null);
  const pages = usePages(conversationCalls.list, state === null ? {} : { state });
  const columns = useColumns(setOpened);
  return (
    <Section title={t('conversations')}>
      <PagedTable
        pages={pages}
        label={t('conversations')}
        columns={columns}
        rowKey={({ id }) => id}
        empty={{ icon: IconMessages, title: t('empty.title'), text: t('empty.text') }}
      />
      {opened === null ? null : <ConversationDialog conversation={opened} onClose={() => setOpened(null)} />}
    </Section>
  );
}
