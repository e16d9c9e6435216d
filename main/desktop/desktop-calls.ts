import type { z } from 'zod';
import type { desktopCalls, DesktopCall, DesktopResult } from '#shared/protocol/ipc.ts';
import { toResult, type Result } from '#shared/protocol/result.ts';

/** One handler for each call that main answers itself; the compiler finds the missing ones. */
export type DesktopHandlers = {
  readonly [Call in DesktopCall]: (
    args: z.output<(typeof desktopCalls)[Call]['args']>,
  ) => Promise<DesktopResult<Call>> | DesktopResult<Call>;
};

/** The gate parses by the contract before it asks here, so name and arguments belong together. */
export function answerDesktopCalls(
  handlers: DesktopHandlers,
): (name: string, args: unknown) => Promise<Result<unknown>> {
  const handlerByName = new Map<string, (args: never) => unknown>(Object.entries(handlers));
  return (name, args) =>
    toResult(() => {
      const handler = handlerByName.get(name);
      if (handler === undefined) throw new Error(`No handler for ${name}`);
      return handler(args as never);
    });
}
