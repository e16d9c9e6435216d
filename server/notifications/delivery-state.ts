import { receiptStates, type ReceiptState } from '#shared/model/receipt.ts';

/** How far something has come on its way; the furthest last. */
export const deliveryStates = receiptStates;

export type DeliveryState = ReceiptState;

export interface DeliveryColumns {
  status: string;
  delivered_at: number | null;
  read_at: number | null;
}

export function deliveryStateOf({ status, delivered_at, read_at }: DeliveryColumns): DeliveryState {
  switch (status) {
    case 'FAILED':
      return 'failed';
    case 'SKIPPED':
      return 'skipped';
    case 'SENT':
      if (read_at !== null) return 'read';
      return delivered_at === null ? 'sent' : 'delivered';
    default:
      return 'queued';
  }
}

/** What was sent in parts has come as far as the part that is furthest behind. */
export function leastState(states: readonly DeliveryState[]): DeliveryState {
  const [least = 'queued'] = deliveryStates.filter((state) => states.includes(state));
  return least;
}
