import type { z } from 'zod';
import type { NodeCall } from '#shared/protocol/node-call.ts';
import { saveFile } from '../ui/save-file.ts';
import { askNode } from './ask-node.ts';
import { useConsoleStore } from './store-context.tsx';
import { useTell } from './use-tell.ts';

/** Saves what a call answers as a CSV file; says why where it cannot be had. */
export function useExport() {
  const store = useConsoleStore();
  const tell = useTell();
  return async <Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType>(
    call: NodeCall<z.ZodString, Params, Query, Body>,
    name: string,
    query: z.input<Query>,
  ): Promise<void> => {
    tell(await askNode(store, call, { query }), (text) => {
      saveFile(`waypost-${name}.csv`, 'text/csv;charset=utf-8', text);
      return null;
    });
  };
}
