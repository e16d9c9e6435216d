import { useCallback, useEffect, useState } from 'react';
import type { z } from 'zod';
import type { DeskErrorData } from '#shared/protocol/errors.ts';
import type { NodeCall } from '#shared/protocol/node-call.ts';
import { askNode } from './ask-node.ts';
import { useConsoleStore } from './store-context.tsx';
import { useNewest } from './use-newest.ts';

/** What calls that are read in pages answer, and take beside their conditions. */
type PageSchema = z.ZodType<{ items: unknown[]; next: number | string | null }>;
type PageQuery = z.ZodType<
  unknown,
  { after?: string | number | undefined; limit?: string | number | undefined }
>;

export interface Pages<Answer extends { items: unknown[] }> {
  /** Null until the first page is here. */
  items: Answer['items'] | null;
  /** The first page, for what it says beside its rows. */
  first: Answer | null;
  hasMore: boolean;
  isLoading: boolean;
  error: DeskErrorData | null;
  loadMore: () => void;
  /** Begins anew, at the newest. */
  reload: () => void;
}

const rowsPerPage = 50;

/** Rows of the node in pages, newest first; another question begins anew. */
export function usePages<
  Answer extends PageSchema,
  Params extends z.ZodType,
  Query extends PageQuery,
  Body extends z.ZodType,
>(
  call: NodeCall<Answer, Params, Query, Body>,
  query: Omit<z.input<Query>, 'after' | 'limit'>,
): Pages<z.output<Answer>> {
  const store = useConsoleStore();
  const [first, setFirst] = useState<z.output<Answer> | null>(null);
  const [items, setItems] = useState<z.output<Answer>['items'] | null>(null);
  const [next, setNext] = useState<number | string | null>(null);
  const [error, setError] = useState<DeskErrorData | null>(null);
  const [isLoading, setLoading] = useState(true);
  const begin = useNewest();
  const asked = JSON.stringify(query);

  const load = useCallback(
    async (after: number | string | null) => {
      const isNewest = begin();
      setLoading(true);
      const place = after === null ? {} : { after };
      const full = { ...(JSON.parse(asked) as object), ...place, limit: rowsPerPage } as z.input<Query>;
      const answered = await askNode(store, call, { query: full });
      if (!isNewest()) return;
      setLoading(false);
      if (!answered.ok) {
        setError(answered.error);
        return;
      }
      setError(null);
      setNext(answered.value.next);
      if (after === null) {
        setFirst(answered.value);
        setItems(answered.value.items);
      } else setItems((before) => [...(before ?? []), ...answered.value.items]);
    },
    [begin, store, call, asked],
  );

  useEffect(() => void load(null), [load]);

  return {
    items,
    first,
    hasMore: next !== null,
    isLoading,
    error,
    loadMore: () => void (next !== null && load(next)),
    reload: () => void load(null),
  };
}
