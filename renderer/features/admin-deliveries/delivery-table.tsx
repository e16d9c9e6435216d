import { ActionIcon, VisuallyHidden } from '@mantine/core';
import IconRefresh from '@tabler/icons-react/dist/esm/icons/IconRefresh.mjs';
import IconSend from '@tabler/icons-react/dist/esm/icons/IconSend.mjs';
import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../../ui/admin/data-table.tsx';
import { Tag, type Tone } from '../../ui/admin/tag.tsx';
import { v1Time } from '../../ui/admin/v1-time.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ticketNumber } from '../../ui/tickets/words.ts';
import { clockOrDate, exactTime } from '../../ui/time.ts';
import type { Delivery } from './delivery-calls.ts';
import { eventText } from './event-text.ts';
import classes from './deliveries.module.css';

export type DeliveryAction = 'show' | 'replay';

const toneByState: Record<Delivery['state'], Tone> = {
  failed: 'red',
  skipped: 'grey',
  queued: 'amber',
  sent: 'blue',
  delivered: 'green',
  read: 'green',
};

function State({ delivery: { state, error, next_attempt_at } }: { delivery: Delivery }) {
  const { t } = useTranslation('admin-deliveries');
  const next =
    next_attempt_at === null
      ? null
      : t('next_attempt', { time: clockOrDate(v1Time(next_attempt_at), Date.now()) });
  return (
    <span className={classes['state']}>
      <Tag tone={toneByState[state]}>{t(`state.${state}`)}</Tag>
      {error === null && next === null ? null : (
        <span className={classes['why']}>{[error, next].filter((part) => part !== null).join(' · ')}</span>
      )}
    </span>
  );
}

function useColumns(onAction: (action: DeliveryAction, delivery: Delivery) => void): Column<Delivery>[] {
  const { t } = useTranslation('admin-deliveries');
  return [
    {
      id: 'when',
      header: t('column.when'),
      cell: ({ created_at }) => (
        <time title={exactTime(v1Time(created_at))}>{clockOrDate(v1Time(created_at), Date.now())}</time>
      ),
    },
    {
      id: 'event',
      header: t('column.event'),
      isRowHeader: true,
      cell: (delivery) => (
        <button type="button" className={classes['open']} onClick={() => onAction('show', delivery)}>
          {eventText(delivery.event)}
          <span>{delivery.subject}</span>
        </button>
      ),
    },
    {
      id: 'to',
      header: t('column.to'),
      isText: true,
      cell: ({ channel, recipient, recipient_name }) => (
        <span className={classes['to']}>
          {recipient_name}
          <span>{[t(`channel.${channel}`), recipient].filter((part) => part !== '').join(' · ')}</span>
        </span>
      ),
    },
    {
      id: 'state',
      header: t('column.state'),
      isText: true,
      cell: (delivery) => <State delivery={delivery} />,
    },
    { id: 'attempts', header: t('column.attempts'), isFigure: true, cell: ({ attempts }) => attempts },
    {
      id: 'ticket',
      header: t('column.ticket'),
      cell: ({ ticket_id }) => (ticket_id === null ? null : ticketNumber(ticket_id)),
    },
    {
      id: 'actions',
      header: t('column.actions'),
      headerCell: <VisuallyHidden>{t('column.actions')}</VisuallyHidden>,
      width: '44px',
      cell: (delivery) =>
        (delivery.state === 'failed' || delivery.state === 'skipped') && delivery.recipient !== '' ? (
          <ActionIcon
            aria-label={`${t('replay')}: ${delivery.subject ?? eventText(delivery.event)}`}
            title={t('replay')}
            onClick={() => onAction('replay', delivery)}
          >
            <IconRefresh aria-hidden size={17} stroke={1.75} />
          </ActionIcon>
        ) : null,
    },
  ];
}

export function DeliveryTable({
  deliveries,
  more,
  onAction,
}: {
  deliveries: readonly Delivery[];
  more: { isLoading: boolean; onMore: () => void } | null;
  onAction: (action: DeliveryAction, delivery: Delivery) => void;
}) {
  const { t } = useTranslation('admin-deliveries');
  const columns = useColumns(onAction);
  return (
    <DataTable
      label={t('list')}
      columns={columns}
      rows={deliveries}
      rowKey={({ id }) => id}
      more={more}
      empty={
        <EmptyState icon={IconSend} title={t('empty.title')}>
          {t('empty.text')}
        </EmptyState>
      }
    />
  );
}
