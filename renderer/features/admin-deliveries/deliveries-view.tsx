import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askNode } from '../../store/ask-node.ts';
import { useConsoleStore } from '../../store/store-context.tsx';
import { AnswerState } from '../../ui/admin/answer-state.tsx';
import { failureText } from '../../ui/admin/failure-text.ts';
import { figure } from '../../ui/admin/figures.ts';
import { Page } from '../../ui/admin/page.tsx';
import { StatTile, StatTiles } from '../../ui/admin/stat-tile.tsx';
import { deliveryCalls, deliveryChannels, deliveryStates, type Delivery } from './delivery-calls.ts';
import { DeliveryDialog } from './delivery-dialog.tsx';
import { DeliveryTable, type DeliveryAction } from './delivery-table.tsx';
import { useDeliveries, type DeliveryFilter } from './use-deliveries.ts';

function Filters({
  filter,
  onFilter,
}: {
  filter: DeliveryFilter;
  onFilter: (filter: DeliveryFilter) => void;
}) {
  const { t } = useTranslation(['admin-deliveries', 'admin']);
  const all = { value: '', label: t('admin:everything') };
  return (
    <>
      <NativeSelect
        size="xs"
        label={t('admin-deliveries:filter.state')}
        value={filter.state}
        onChange={(event) =>
          onFilter({
            ...filter,
            state: deliveryStates.find((each) => each === event.currentTarget.value) ?? '',
          })
        }
        data={[
          all,
          ...deliveryStates.map((value) => ({ value, label: t(`admin-deliveries:state.${value}`) })),
        ]}
      />
      <NativeSelect
        size="xs"
        label={t('admin-deliveries:filter.channel')}
        value={filter.channel}
        onChange={(event) =>
          onFilter({
            ...filter,
            channel: deliveryChannels.find((each) => each === event.currentTarget.value) ?? '',
          })
        }
        data={[
          all,
          ...deliveryChannels.map((value) => ({ value, label: t(`admin-deliveries:channel.${value}`) })),
        ]}
      />
    </>
  );
}

/** Queues deliveries again; tells how that went. */
function useReplay(reload: () => Promise<void>) {
  const { t } = useTranslation(['admin-deliveries', 'admin']);
  const store = useConsoleStore();
  return async (delivery: Delivery | null): Promise<void> => {
    const answered =
      delivery === null
        ? await askNode(store, deliveryCalls.replayFailed, { body: {} })
        : await askNode(store, deliveryCalls.replay, { params: { id: delivery.id } });
    const { notify } = store.getState();
    if (!answered.ok) notify(t('admin:failed', { reason: failureText(answered.error) }), 'problem');
    else {
      const count = 'replayed' in answered.value ? answered.value.replayed : 1;
      notify(t('admin-deliveries:replayed', { count }));
    }
    await reload();
  };
}

/** Everything that was sent or was to be sent, and what was given up. */
export function DeliveriesView() {
  const { t } = useTranslation(['admin-deliveries', 'admin']);
  const [filter, setFilter] = useState<DeliveryFilter>({ state: '', channel: '' });
  const [shown, setShown] = useState<Delivery | null>(null);
  const { deliveries, counts, next, error, reload, loadMore } = useDeliveries(filter);
  const replay = useReplay(reload);

  function onAction(action: DeliveryAction, delivery: Delivery): void {
    if (action === 'show') setShown(delivery);
    else void replay(delivery);
  }

  return (
    <Page
      title={t('admin:section.deliveries')}
      description={t('admin-deliveries:description')}
      actions={
        (counts?.failed ?? 0) === 0 ? undefined : (
          <Button size="sm" variant="default" onClick={() => void replay(null)}>
            {t('admin-deliveries:replay_all')}
          </Button>
        )
      }
      toolbar={<Filters filter={filter} onFilter={setFilter} />}
    >
      {counts === null ? null : (
        <StatTiles>
          <StatTile
            name={t('admin-deliveries:queued')}
            formula={t('admin-deliveries:formula.queued')}
            value={figure(counts.queued)}
          />
          <StatTile
            name={t('admin-deliveries:failed')}
            formula={t('admin-deliveries:formula.failed')}
            value={figure(counts.failed)}
            tone={counts.failed === 0 ? 'good' : 'bad'}
          />
        </StatTiles>
      )}
      <AnswerState value={deliveries} error={error} reload={reload}>
        {(rows) => (
          <DeliveryTable
            deliveries={rows}
            more={next === null ? null : { isLoading: false, onMore: loadMore }}
            onAction={onAction}
          />
        )}
      </AnswerState>
      {shown === null ? null : <DeliveryDialog delivery={shown} onClose={() => setShown(null)} />}
    </Page>
  );
}
