import { z } from 'zod';

/** What main and the replica's process say to each other, besides the console's own calls and events. */

/** Main's calls to the process. */
export const replicaStart = {
  method: 'start',
  args: z.strictObject({
    /** Folder of this console's two files. */
    dataDir: z.string(),
    nodeUrl: z.string(),
    /** `http://host:port` of the proxy before the node; null for the straight road. */
    proxyUrl: z.string().nullable(),
    /** The value of the session's cookie, when one was kept. */
    sessionCookie: z.string().nullable(),
  }),
} as const;
export type ReplicaStart = z.infer<typeof replicaStart.args>;

export const consoleCallMethod = 'console';
export const consoleCallArgs = z.strictObject({ name: z.string(), args: z.unknown() });

export const nudgeEvent = 'nudge';
export const replicaCloseMethod = 'close';

/** The process's call to main: keep this value (or none) for the next start. Answered once it is kept. */
export const keepCookieMethod = 'keepCookie';
export const keepCookieArgs = z.strictObject({ value: z.string().max(8_000).nullable() });

/** The process's events to main. */
export const logEvent = 'log';
export const logEventData = z.strictObject({
  level: z.enum(['info', 'warn', 'error']),
  message: z.string(),
  data: z.record(z.string(), z.unknown()).optional(),
});
export const consoleEventPrefix = 'console:';
