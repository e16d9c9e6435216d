import type { z } from 'zod';
import type { desktopCalls, DesktopCall, DesktopResult } from '#shared/protocol/desktop-ipc.ts';
import { toResult, type Result } from '#shared/protocol/result.ts';

/** One handler for each call that main answers itself; the compiler finds the missing ones. */
export type DesktopHandlers = {
  readonly [Call in DesktopCall]: (
    args: z.output<(typeof desktopCalls)[Call]['args']>,
    /** Names the window that asks. */
    pageId: number,
  ) => Promise<DesktopResult<Call>> | DesktopResult<Call>;
};

/** The gate parses by the contract before it asks here, so name and arguments belong together. */
export function answerDesktopCalls(
  handlers: DesktopHandlers,
): (name: string, args: unknown, pageId: number) => Promise<Result<unknown>> {
  const handlerByName = new Map<string, (args: never, pageId: number) => unknown>(Object.entries(handlers));
  return (name, args, pageId) =>
    toResult(() => {
      const handler = handlerByName.get(name);
      if (handler === undefined) throw new Error(`No handler for ${name}`);
      return handler(args as never, pageId);
    });
}
