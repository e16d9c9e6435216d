import { ActionIcon } from '@mantine/core';
import IconRefresh from '@tabler/icons-react/dist/esm/icons/IconRefresh.mjs';
import IconSend from '@tabler/icons-react/dist/esm/icons/IconSend.mjs';
import { formatRoute } from '../../store/route.ts';
import { DataTable, type Column } from '../../ui/admin/data-table.tsx';
import { Moment } from '../../ui/admin/moment.tsx';
import { actionColumn } from '../../ui/admin/row-actions.tsx';
import { OpenRow, TwoLines } from '../../ui/admin/row-name.tsx';
import { Tag, type Tone } from '../../ui/admin/tag.tsx';
import { TicketLink } from '../../ui/admin/ticket-link.tsx';
import { v1Time } from '../../ui/admin/v1-time.ts';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { clockOrDate } from '../../ui/time.ts';
import type { Delivery } from './delivery-calls.ts';
import { eventText, reasonText } from './event-text.ts';
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

function State({ delivery }: { delivery: Delivery }) {
  const t = wordsOf('admin-deliveries');
  const { state, next_attempt_at } = delivery;
  const reason = reasonText(delivery);
  const next =
    next_attempt_at === null
      ? null
      : t('next_attempt', { time: clockOrDate(v1Time(next_attempt_at), Date.now()) });
  return (
    <span className={classes['state']}>
      <Tag tone={toneByState[state]}>{t(`state.${state}`)}</Tag>
      {reason === null && next === null ? null : (
        <span className={classes['why']}>{[reason, next].filter((part) => part !== null).join(' · ')}</span>
      )}
    </span>
  );
}

function Replay({ delivery, onReplay }: { delivery: Delivery; onReplay: () => void }) {
  const t = wordsOf('admin-deliveries');
  const { state, recipient, subject, event } = delivery;
  if ((state !== 'failed' && state !== 'skipped') || recipient === '') return null;
  const name = t('replay');
  return (
    <ActionIcon aria-label={`${name}: ${subject ?? eventText(event)}`} title={name} onClick={onReplay}>
      <IconRefresh aria-hidden size={17} stroke={1.75} />
    </ActionIcon>
  );
}

function useColumns(onAction: (action: DeliveryAction, delivery: Delivery) => void): Column<Delivery>[] {
  const t = wordsOf('admin-deliveries');
  return [
    {
      id: 'when',
      header: t('column.when'),
      cell: ({ created_at }) => <Moment at={v1Time(created_at)} />,
    },
    {
      id: 'event',
      header: t('column.event'),
      isRowHeader: true,
      cell: (delivery) => (
        <OpenRow second={delivery.subject} onOpen={() => onAction('show', delivery)}>
          {eventText(delivery.event)}
        </OpenRow>
      ),
    },
    {
      id: 'to',
      header: t('column.to'),
      isText: true,
      cell: ({ channel, recipient, recipient_name }) => (
        <TwoLines second={[t(`channel.${channel}`), recipient].filter(Boolean).join(' · ')}>
          {recipient_name}
        </TwoLines>
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
      cell: ({ ticket_id, ticket_uid }) =>
        ticket_id === null || ticket_uid === null ? null : (
          <TicketLink id={ticket_id} href={formatRoute({ view: 'open', ticketUid: ticket_uid })} />
        ),
    },
    actionColumn((delivery) => <Replay delivery={delivery} onReplay={() => onAction('replay', delivery)} />),
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
  const t = wordsOf('admin-deliveries');
  const columns = useColumns(onAction);
  return (
    <DataTable
      label={t('list')}
      columns={columns}
      rows={deliveries}
      rowKey={({ id }) => id}
      more={more}
      empty={{ icon: IconSend, title: t('empty.title'), text: t('empty.text') }}
    />
  );
}
