import { z } from 'zod';

/** What a console's process is started with, as JSON in its one argument. */
export const consoleStart = z.strictObject({
  folder: z.string(),
  nodeUrl: z.string(),
  /** Pages that each of its files may have: a full disk for who has no small disk at hand. */
  pageLimit: z.int().nullable(),
});

export type ConsoleStart = z.infer<typeof consoleStart>;

export const consoleAsk = z.strictObject({ id: z.int(), name: z.string(), args: z.unknown() });

export type ConsoleAsk = z.infer<typeof consoleAsk>;

/** The answer to a call, or word that the files are open. */
export const consoleWord = z.union([
  z.strictObject({ kind: z.literal('ready') }),
  z.strictObject({ kind: z.literal('answer'), id: z.int(), result: z.unknown() }),
]);

export type ConsoleWord = z.infer<typeof consoleWord>;
