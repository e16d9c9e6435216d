import { createDice, type Dice } from '../desk/random.ts';
import { draftSubject, draftText } from '../desk/words.ts';
import type { LoadRequest } from '../harness/load.ts';

/** Different requests that each kind of load sends in turn. */
const variety = 100;

/** What is asked of a desk of so many tickets, again and again. */
export interface HttpRequests {
  get: readonly LoadRequest[];
  list: readonly LoadRequest[];
  search: readonly LoadRequest[];
  reply: readonly LoadRequest[];
  create: readonly LoadRequest[];
}

const repeat = (make: (index: number) => LoadRequest): LoadRequest[] =>
  Array.from({ length: variety }, (_unused, index) => make(index));

function createBody(dice: Dice): string {
  return JSON.stringify({
    subject: draftSubject(dice),
    description: draftText(dice, 4),
    category: 'payment',
    priority: 'high',
    requester: { name: 'Robin Hale', email: 'robin@example.org' },
  });
}

/** Words that are in a tenth of the tickets, one that is in a few, a phrase, and filters. */
const searches = [
  'refund',
  'payroll status:open',
  '"bank says" -invoice',
  'checkout assignee:me',
  'deliver* after:7d',
];

export function httpRequests(ticketCount: number): HttpRequests {
  const dice = createDice(7);
  const ticketPath = (): string => `/api/v1/tickets/${dice.between(1, ticketCount)}`;
  return {
    get: repeat(() => ({ method: 'GET', path: ticketPath() })),
    list: [{ method: 'GET', path: '/api/v1/tickets?limit=50' }],
    search: searches.map((q) => ({ method: 'GET', path: `/api/v1/search?q=${encodeURIComponent(q)}` })),
    reply: repeat(() => ({
      method: 'POST',
      path: `${ticketPath()}/messages`,
      body: JSON.stringify({ text: draftText(dice, 3) }),
    })),
    create: repeat(() => ({ method: 'POST', path: '/api/v1/tickets', body: createBody(dice) })),
  };
}
