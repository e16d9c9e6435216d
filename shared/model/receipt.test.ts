import { expect, test } from 'vitest';
import { readReceipt, writeReceipt, type Receipt } from './receipt.ts';

test('a receipt is read as it was written, and what a later version writes is none', () => {
  const receipt: Receipt = { channel: 'telegram', state: 'failed', error: '403 Forbidden' };
  expect(readReceipt(writeReceipt(receipt))).toEqual(receipt);
  for (const column of [null, '', '{}', '{"channel":"signal","state":"sent","error":null}']) {
    expect(readReceipt(column)).toBeNull();
  }
});
