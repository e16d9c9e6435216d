import { useCallback, useEffect, useState } from 'react';
import type { z } from 'zod';
import type { DeliveryChannel } from '#shared/model/delivery-channel.ts';
import type { ReceiptState } from '#shared/model/receipt.ts';
import type { DeskErrorData } from '#shared/protocol/errors.ts';
import { askNode } from '../../store/ask-node.ts';
import { useConsoleStore } from '../../store/store-context.tsx';
import { useNewest } from '../../store/use-newest.ts';
import { deliveryCalls, type Delivery } from './delivery-calls.ts';

export interface DeliveryFilter {
  state: ReceiptState | '';
  channel: DeliveryChannel | '';
}

type Listing = z.output<typeof deliveryCalls.list.answer>;

interface Known {
  deliveries: Delivery[] | null;
  next: number | null;
  counts: Pick<Listing, 'queued' | 'failed'> | null;
  error: DeskErrorData | null;
}

const rowsPerPage = 50;
const nothing: Known = { deliveries: null, next: null, counts: null, error: null };

/** Deliveries in pages, newest first, with how many wait and how many were given up. */
export function useDeliveries({ state, channel }: DeliveryFilter) {
  const store = useConsoleStore();
  const [known, setKnown] = useState(nothing);
  const begin = useNewest();

  const load = useCallback(
    async (before: number | null) => {
      const isNewest = begin();
      const answered = await askNode(store, deliveryCalls.list, {
        query: {
          limit: rowsPerPage,
          ...(state === '' ? {} : { state }),
          ...(channel === '' ? {} : { channel }),
          ...(before === null ? {} : { before }),
        },
      });
      if (!isNewest()) return;
      setKnown((earlier) => {
        if (!answered.ok) return { ...earlier, error: answered.error };
        const { deliveries, next_before: next, queued, failed } = answered.value;
        const above = before === null ? [] : (earlier.deliveries ?? []);
        return { deliveries: [...above, ...deliveries], next, counts: { queued, failed }, error: null };
      });
    },
    [begin, store, state, channel],
  );

  useEffect(() => void load(null), [load]);

  return {
    ...known,
    reload: () => load(null),
    loadMore: () => void (known.next !== null && load(known.next)),
  };
}
