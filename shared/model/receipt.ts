import { z } from 'zod';

export const receiptStates = ['failed', 'skipped', 'queued', 'sent', 'delivered', 'read'] as const;

/** How far something has come on its way to a customer's messenger. */
export type ReceiptState = (typeof receiptStates)[number];

const receiptSchema = z.object({
  channel: z.enum(['telegram', 'whatsapp']),
  state: z.enum(receiptStates),
  /** Why it was not sent; while it is queued, why the last attempt failed. */
  error: z.string().nullable(),
});

/** What is known of a message that was sent to its customer's messenger. */
export type Receipt = z.infer<typeof receiptSchema>;

/** A message's `receipt` column; null for what was sent to no messenger, or reads like nothing this version knows. */
export function readReceipt(column: string | null): Receipt | null {
  if (column === null) return null;
  try {
    return receiptSchema.safeParse(JSON.parse(column)).data ?? null;
  } catch {
    return null;
  }
}

/** The same receipt always reads the same. */
export function writeReceipt({ channel, state, error }: Receipt): string {
  return JSON.stringify({ channel, state, error });
}
