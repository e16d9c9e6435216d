import { Button } from '@mantine/core';
import IconArrowLeft from '@tabler/icons-react/dist/esm/icons/IconArrowLeft.mjs';
import IconTicket from '@tabler/icons-react/dist/esm/icons/IconTicket.mjs';
import { useMemo } from 'react';
import type { z } from 'zod';
import { figureCalls } from '#shared/protocol/admin/figures.ts';
import { formatRoute } from '../../store/route.ts';
import { useConsole } from '../../store/store-context.tsx';
import { useAdminParams } from '../../store/use-admin-params.ts';
import { usePages } from '../../store/use-pages.ts';
import type { Column } from '../../ui/admin/data-table.tsx';
import { figure } from '../../ui/admin/figures.ts';
import { Moment } from '../../ui/admin/moment.tsx';
import { Page } from '../../ui/admin/page.tsx';
import { PagedTable } from '../../ui/admin/paged-table.tsx';
import { Tag } from '../../ui/admin/tag.tsx';
import { TicketLink } from '../../ui/admin/ticket-link.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { StatusMark } from '../../ui/tickets/status-mark.tsx';
import { categoryWord, sourceWord, statusWord } from '../../ui/tickets/words.ts';
import { duration } from '../../ui/time.ts';
import { describeConditions } from './describe-conditions.ts';
import { readConditions } from './read-conditions.ts';
import classes from './tickets.module.css';

type Ticket = z.output<typeof figureCalls.tickets.answer>['items'][number];

function useColumns(): Column<Ticket>[] {
  const t = wordsOf('admin-tickets');
  return useMemo(
    () => [
      {
        id: 'ticket',
        header: t('column.ticket'),
        isRowHeader: true,
        cell: ({ id, uid, subject }) => (
          <TicketLink id={id} subject={subject} href={formatRoute({ view: 'open', ticketUid: uid })} />
        ),
      },
      {
        id: 'status',
        header: t('column.status'),
        cell: ({ status }) => (
          <span className={classes['status']}>
            <StatusMark status={status} /> {statusWord(status)}
          </span>
        ),
      },
      { id: 'category', header: t('column.category'), cell: ({ category }) => categoryWord(category) },
      { id: 'source', header: t('column.source'), cell: ({ source }) => sourceWord(source) },
      {
        id: 'assignee',
        header: t('column.assignee'),
        cell: ({ assignee_name }) => assignee_name ?? t('nobody'),
      },
      {
        id: 'created',
        header: t('column.created'),
        cell: ({ created_at }) => <Moment at={created_at} />,
      },
      {
        id: 'answered',
        header: t('column.answered'),
        isFigure: true,
        cell: ({ created_at, first_responded_at }) =>
          first_responded_at === null ? '–' : duration(first_responded_at - created_at),
      },
      {
        id: 'ended',
        header: t('column.ended'),
        isFigure: true,
        cell: ({ created_at, ended_at }) => (ended_at === null ? '–' : duration(ended_at - created_at)),
      },
      {
        id: 'rating',
        header: t('column.rating'),
        isFigure: true,
        cell: ({ rating }) => (rating === null ? '–' : figure(rating)),
      },
    ],
    [t],
  );
}

/** The tickets behind a number, with what makes them count. */
export function TicketsView() {
  const t = wordsOf(['admin-tickets', 'admin']);
  const { params } = useAdminParams('tickets');
  const people = useConsole((state) => state.people);
  const conditions = useMemo(() => readConditions(params), [params]);
  const pages = usePages(figureCalls.tickets, conditions);
  const columns = useColumns();
  return (
    <Page
      title={t('admin:section.tickets')}
      description={
        pages.first === null
          ? t('admin-tickets:description')
          : t('admin-tickets:found', { count: pages.first.total })
      }
      actions={
        <Button
          variant="default"
          leftSection={<IconArrowLeft aria-hidden size={15} stroke={2} className={classes['back'] ?? ''} />}
          onClick={() => window.history.back()}
        >
          {t('admin-tickets:back')}
        </Button>
      }
      toolbar={
        <ul className={classes['conditions']} aria-label={t('admin-tickets:conditions')}>
          {describeConditions(conditions, people).map((text) => (
            <li key={text}>
              <Tag tone="blue">{text}</Tag>
            </li>
          ))}
        </ul>
      }
    >
      <PagedTable
        pages={pages}
        label={t('admin:section.tickets')}
        columns={columns}
        rowKey={({ id }) => id}
        empty={{
          icon: IconTicket,
          title: t('admin-tickets:empty.title'),
          text: t('admin-tickets:empty.text'),
        }}
      />
    </Page>
  );
}
