import { Button } from '@mantine/core';
import { useState } from 'react';
import { deliveryChannels } from '#shared/model/delivery-channel.ts';
import { receiptStates } from '#shared/model/receipt.ts';
import { exportCalls } from '#shared/protocol/admin/exports.ts';
import { formatAdminPlace } from '../../store/admin-place.ts';
import { askNode } from '../../store/ask-node.ts';
import { useConsoleStore } from '../../store/store-context.tsx';
import { useAdminParams } from '../../store/use-admin-params.ts';
import { useExport } from '../../store/use-export.ts';
import { useTell } from '../../store/use-tell.ts';
import { AnswerState } from '../../ui/admin/answer-state.tsx';
import { ExportButton } from '../../ui/admin/export-button.tsx';
import { figure } from '../../ui/admin/figures.ts';
import { FilterSelect } from '../../ui/admin/filter-fields.tsx';
import { Page } from '../../ui/admin/page.tsx';
import { StatTile, StatTiles } from '../../ui/admin/stat-tile.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { deliveryCalls, type Delivery } from './delivery-calls.ts';
import { DeliveryDialog } from './delivery-dialog.tsx';
import { DeliveryTable } from './delivery-table.tsx';
import { useDeliveries, type DeliveryFilter } from './use-deliveries.ts';

interface FiltersProps {
  filter: DeliveryFilter;
  onChange: (changes: Readonly<Record<string, string>>) => void;
}

function Filters({ filter, onChange }: FiltersProps) {
  const t = wordsOf('admin-deliveries');
  return (
    <>
      <FilterSelect
        label={t('filter.state')}
        value={filter.state}
        values={receiptStates}
        wordOf={(state) => t(`state.${state}`)}
        onChange={(state) => onChange({ state })}
      />
      <FilterSelect
        label={t('filter.channel')}
        value={filter.channel}
        values={deliveryChannels}
        wordOf={(channel) => t(`channel.${channel}`)}
        onChange={(channel) => onChange({ channel })}
      />
    </>
  );
}

/** Each opens the deliveries that it counts. */
function CountTiles({ queued, failed }: { queued: number; failed: number }) {
  const t = wordsOf('admin-deliveries');
  return (
    <StatTiles>
      <StatTile
        name={t('queued')}
        formula={t('formula.queued')}
        value={figure(queued)}
        href={formatAdminPlace('deliveries', { state: 'queued' })}
      />
      <StatTile
        name={t('failed')}
        formula={t('formula.failed')}
        value={figure(failed)}
        href={formatAdminPlace('deliveries', { state: 'failed' })}
        tone={failed === 0 ? 'good' : 'bad'}
      />
    </StatTiles>
  );
}

/** Queues deliveries again; tells how that went. */
function useReplay(reload: () => Promise<void>) {
  const t = wordsOf('admin-deliveries');
  const store = useConsoleStore();
  const tell = useTell();
  return {
    replay: async ({ id }: Delivery): Promise<void> => {
      tell(await askNode(store, deliveryCalls.replay, { params: { id } }), () => t('replayed', { count: 1 }));
      await reload();
    },
    replayFailed: async (): Promise<void> => {
      const answered = await askNode(store, deliveryCalls.replayFailed, { body: {} });
      tell(answered, ({ replayed }) => t('replayed', { count: replayed }));
      await reload();
    },
  };
}

/** Everything that was sent or was to be sent, and what was given up. */
export function DeliveriesView() {
  const t = wordsOf(['admin-deliveries', 'admin']);
  const { params, change } = useAdminParams('deliveries');
  const filter: DeliveryFilter = {
    state: receiptStates.find((each) => each === params['state']) ?? '',
    channel: deliveryChannels.find((each) => each === params['channel']) ?? '',
  };
  const { state, channel } = filter;
  const [shown, setShown] = useState<Delivery | null>(null);
  const { deliveries, counts, next, error, reload, loadMore } = useDeliveries(filter);
  const { replay, replayFailed } = useReplay(reload);
  const save = useExport();
  const asked = { ...(state === '' ? {} : { state }), ...(channel === '' ? {} : { channel }) };
  return (
    <Page
      title={t('admin:section.deliveries')}
      description={t('admin-deliveries:description')}
      actions={
        <>
          {(counts?.failed ?? 0) === 0 ? null : (
            <Button size="sm" variant="default" onClick={() => void replayFailed()}>
              {t('admin-deliveries:replay_all')}
            </Button>
          )}
          <ExportButton isWide onExport={() => save(exportCalls.deliveries, 'deliveries', asked)} />
        </>
      }
      toolbar={<Filters filter={filter} onChange={change} />}
    >
      {counts === null ? null : <CountTiles {...counts} />}
      <AnswerState value={deliveries} error={error} reload={reload}>
        {(rows) => (
          <DeliveryTable
            deliveries={rows}
            more={next === null ? null : { isLoading: false, onMore: loadMore }}
            onAction={(action, delivery) => (action === 'show' ? setShown(delivery) : void replay(delivery))}
          />
        )}
      </AnswerState>
      {shown === null ? null : <DeliveryDialog delivery={shown} onClose={() => setShown(null)} />}
    </Page>
  );
}
