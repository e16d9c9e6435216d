import { z } from 'zod';
import { uidSchema } from '#shared/model/uid.ts';
import { viewKeySchema } from '#shared/model/view.ts';

export const deepLinkScheme = 'waypost';

/** A link from outside selects a ticket or a view. It never does anything else, whatever it says. */
const deepLinkSchema = z.union([
  z.strictObject({ uid: uidSchema }),
  z.strictObject({ id: z.int().positive() }),
  z.strictObject({ view: viewKeySchema }),
]);
export type DeepLink = z.infer<typeof deepLinkSchema>;

const maxLength = 200;

/** Reads `waypost://ticket/UID`, `waypost://ticket/ID` and `waypost://view/NAME`; null for everything else. */
export function parseDeepLink(address: string): DeepLink | null {
  if (address.length > maxLength) return null;
  const url = URL.parse(address);
  if (url === null || url.protocol !== `${deepLinkScheme}:`) return null;
  if ([url.username, url.password, url.port, url.search, url.hash].some((part) => part !== '')) return null;
  const [reference, ...rest] = url.pathname.split('/').filter((part) => part !== '');
  if (reference === undefined || rest.length > 0) return null;
  const parsed = deepLinkSchema.safeParse(readReference(url.host, reference));
  return parsed.success ? parsed.data : null;
}

function readReference(kind: string, reference: string): unknown {
  if (kind === 'view') return { view: reference };
  if (kind !== 'ticket') return null;
  return /^\d+$/.test(reference) ? { id: Number(reference) } : { uid: reference.toLowerCase() };
}

/** The link that the system passed on the command line, which is otherwise untrusted and ignored. */
export function findDeepLink(argv: readonly string[]): DeepLink | null {
  const address = argv.find((argument) => argument.startsWith(`${deepLinkScheme}://`));
  return address === undefined ? null : parseDeepLink(address);
}
