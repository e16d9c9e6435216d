import type { z } from 'zod';
import { DeskError } from '#shared/protocol/errors.ts';
import { toResult, type Result } from '#shared/protocol/result.ts';

/** Answers one call of a console through its acknowledgement: parsed, and never throwing. */
export function answerCall<Payload, Value>(
  schema: z.ZodType<Payload>,
  payload: unknown,
  answer: (result: Result<Value>) => void,
  work: (payload: Payload) => Promise<Value>,
): void {
  if (typeof answer !== 'function') return;
  void toResult(async () => {
    const parsed = schema.safeParse(payload);
    if (!parsed.success) throw new DeskError('invalid', 'The message does not fit the protocol');
    return work(parsed.data);
  }).then(answer);
}
