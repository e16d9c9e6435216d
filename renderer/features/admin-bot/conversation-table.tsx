import IconMessages from '@tabler/icons-react/dist/esm/icons/IconMessages.mjs';
import { useState } from 'react';
import { conversationCalls, type Conversation } from '#shared/protocol/admin/conversations.ts';
import { exportCalls } from '#shared/protocol/admin/exports.ts';
import { formatRoute } from '../../store/route.ts';
import type { AdminParams } from '../../store/use-admin-params.ts';
import { useExport } from '../../store/use-export.ts';
import { usePages } from '../../store/use-pages.ts';
import type { Column } from '../../ui/admin/data-table.tsx';
import { ExportButton } from '../../ui/admin/export-button.tsx';
import { share } from '../../ui/admin/figures.ts';
import { Section } from '../../ui/admin/page.tsx';
import { PagedTable } from '../../ui/admin/paged-table.tsx';
import { OpenRow } from '../../ui/admin/row-name.tsx';
import { Tag } from '../../ui/admin/tag.tsx';
import { TicketLink } from '../../ui/admin/ticket-link.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { Removable } from '../../ui/removable.tsx';
import { exactTime } from '../../ui/time.ts';
import { ConversationDialog } from './conversation-dialog.tsx';

const dayMs = 86_400_000;

function useColumns(onOpen: (conversation: Conversation) => void): Column<Conversation>[] {
  const t = wordsOf('admin-bot');
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

/** What the address narrows the conversations down to, in words; null for all of the period. */
function NarrowedTo({ text, onClear }: { text: string; onClear: () => void }) {
  const t = wordsOf('admin-bot');
  return (
    <Removable isAccented label={t('narrowed.clear')} onRemove={onClear}>
      {text}
    </Removable>
  );
}

interface ConversationTableProps {
  days: number;
  state: 'bot' | 'handed_over' | '';
  /** Of the address: which answer was given, or what was asked. */
  params: AdminParams;
  /** Whether the address is about them, and what stands above them is here. */
  isAskedFor: boolean;
  onChange: (changes: AdminParams) => void;
}

/** The conversations of the period, the latest first; one opens in a dialog. */
export function ConversationTable({ days, state, params, isAskedFor, onChange }: ConversationTableProps) {
  const t = wordsOf('admin-bot');
  const [opened, setOpened] = useState<Conversation | null>(null);
  const save = useExport();
  const [now] = useState(() => Date.now());
  const faqId = Number(params['faq_id']);
  const { asked } = params;
  const filter = {
    since: now - days * dayMs,
    ...(state === '' ? {} : { state }),
    ...(Number.isInteger(faqId) ? { faq_id: faqId } : {}),
    ...(asked === undefined ? {} : { asked }),
  };
  const pages = usePages(conversationCalls.list, filter);
  const columns = useColumns(setOpened);
  const clear = () => onChange({ faq_id: '', asked: '' });
  return (
    <Section
      title={t('conversations')}
      askedBy={isAskedFor ? params : null}
      actions={
        <>
          {asked === undefined ? null : <NarrowedTo text={t('narrowed.asked', { asked })} onClear={clear} />}
          {Number.isInteger(faqId) ? <NarrowedTo text={t('narrowed.faq')} onClear={clear} /> : null}
          <ExportButton onExport={() => save(exportCalls.conversations, 'conversations', filter)} />
        </>
      }
    >
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
