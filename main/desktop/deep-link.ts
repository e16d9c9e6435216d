import { z } from 'zod';
import { uidSchema } from '#shared/model/uid.ts';

export const deepLinkScheme = 'waypost';

/** A link from outside selects a ticket. It never does anything else, whatever it says. */
const ticketReferenceSchema = z.union([
  z.strictObject({ uid: uidSchema }),
  z.strictObject({ id: z.int().positive() }),
]);
export type DeepLink = z.infer<typeof ticketReferenceSchema>;

const maxLength = 200;

/** Reads `waypost://ticket/UID` and `waypost://ticket/ID`; null for everything else. */
export function parseDeepLink(address: string): DeepLink | null {
  if (address.length > maxLength) return null;
  const url = URL.parse(address);
  if (url === null || url.protocol !== `${deepLinkScheme}:` || url.host !== 'ticket') return null;
  const [reference, ...rest] = url.pathname.split('/').filter((part) => part !== '');
  if (reference === undefined || rest.length > 0) return null;
  const parsed = ticketReferenceSchema.safeParse(
    /^\d+$/.test(reference) ? { id: Number(reference) } : { uid: reference.toLowerCase() },
  );
  return parsed.success ? parsed.data : null;
}

/** The link that the system passed on the command line, which is otherwise untrusted and ignored. */
export function findDeepLink(argv: readonly string[]): DeepLink | null {
  const address = argv.find((argument) => argument.startsWith(`${deepLinkScheme}://`));
  return address === undefined ? null : parseDeepLink(address);
}
