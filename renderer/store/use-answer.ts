import { useCallback, useEffect, useState } from 'react';
import type { z } from 'zod';
import type { DeskErrorData } from '#shared/protocol/errors.ts';
import type { NodeCall } from '#shared/protocol/node-call.ts';
import { askNode, type Question } from './ask-node.ts';
import { useConsole, useConsoleStore } from './store-context.tsx';
import { useNewest } from './use-newest.ts';

/** What is known of the answer to a call. */
export interface Answered<Value> {
  /** The newest answer; kept while a newer one is fetched, and when that fails. */
  value: Value | null;
  /** Why the newest attempt failed. */
  error: DeskErrorData | null;
  /** When the value came, ms UTC. */
  at: number | null;
  reload: () => Promise<void>;
}

/**
 * The node's answer to a question, asked when the view opens, when the question changes, when the node is reached again
 * after a failure, and every `everyMs` while the window is looked at.
 */
export function useAnswer<
  Answer extends z.ZodType,
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
>(
  call: NodeCall<Answer, Params, Query, Body>,
  question: Question<z.input<Params>, z.input<Query>, z.input<Body>> = {},
  { everyMs = null }: { everyMs?: number | null } = {},
): Answered<z.output<Answer>> {
  const store = useConsoleStore();
  const isLive = useConsole((state) => state.status?.connection.state === 'live');
  const [known, setKnown] = useState<Omit<Answered<z.output<Answer>>, 'reload'>>({
    value: null,
    error: null,
    at: null,
  });
  const asked = JSON.stringify(question);
  const begin = useNewest();

  const reload = useCallback(async () => {
    const isNewest = begin();
    const answered = await askNode(store, call, JSON.parse(asked) as typeof question);
    if (!isNewest()) return;
    if (answered.ok) setKnown({ value: answered.value, error: null, at: Date.now() });
    else setKnown((before) => ({ ...before, error: answered.error }));
  }, [begin, store, call, asked]);

  useEffect(() => void reload(), [reload]);

  const hasFailed = known.error !== null;
  useEffect(() => {
    if (isLive && hasFailed) void reload();
  }, [isLive, hasFailed, reload]);

  useEffect(() => {
    if (everyMs === null) return undefined;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void reload();
    }, everyMs);
    return () => clearInterval(timer);
  }, [everyMs, reload]);

  return { ...known, reload };
}
