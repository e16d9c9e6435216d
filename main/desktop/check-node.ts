import type { NodeVerdict } from '#shared/protocol/desktop-state.ts';
import { readNodeUrl } from './node-places.ts';
import type { Probe } from './probe-node.ts';

/** What is worth trying for what a person typed: with no protocol both are, the likelier one first. */
export function addressesToTry(typed: string): string[] {
  const text = typed.trim();
  if (/^https?:\/\//i.test(text)) return [readNodeUrl(text)].filter((url) => url !== null);
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(text) || /[\s@]/.test(text)) return [];
  const [secure, plain] = [readNodeUrl(`https://${text}`), readNodeUrl(`http://${text}`)];
  if (secure === null || plain === null) return [];
  return isNearby(new URL(plain).hostname) ? [plain, secure] : [secure, plain];
}

/** This computer, or one in the same house: those rarely have a certificate. */
function isNearby(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname === '[::1]' ||
    /\.(?:local|localhost|lan|internal)$/.test(hostname) ||
    /^(?:127|10|192\.168|172\.(?:1[6-9]|2\d|3[01]))\./.test(hostname)
  );
}

/** The less a verdict says, the later it is chosen where several addresses were tried. */
const fromMostTelling: readonly NodeVerdict['verdict'][] = [
  'good',
  'console_too_old',
  'node_too_old',
  'bad_certificate',
  'wrong_protocol',
  'not_waypost',
  'unreachable',
  'not_an_address',
];

/**
 * Looks whether a node that this console can work with is at an address as a person types it. Nothing of what the
 * address answers is passed on: a verdict alone.
 */
export async function checkNode(typed: string, probe: Probe): Promise<NodeVerdict> {
  const addresses = addressesToTry(typed);
  const [only, second] = addresses;
  if (only === undefined) return { verdict: 'not_an_address' };
  if (second === undefined) return checkExactly(only, probe);
  const verdicts: NodeVerdict[] = [];
  for (const address of addresses) {
    const verdict = await probe(address);
    if (verdict.verdict === 'good') return verdict;
    verdicts.push(verdict);
  }
  return verdicts.toSorted((one, other) => rank(one) - rank(other))[0] ?? { verdict: 'not_an_address' };
}

/** Where the protocol was named, another is not taken silently, but it is said when it would do. */
async function checkExactly(url: string, probe: Probe): Promise<NodeVerdict> {
  const verdict = await probe(url);
  if (verdict.verdict !== 'wrong_protocol') return verdict;
  const other = await probe(verdict.url);
  return other.verdict === 'good' ? verdict : { verdict: 'not_waypost' };
}

function rank({ verdict }: NodeVerdict): number {
  return fromMostTelling.indexOf(verdict);
}
