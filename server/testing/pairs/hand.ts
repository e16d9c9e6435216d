import { expect } from 'vitest';
import type { HexIds } from '../../http/hex-id.ts';
import type { TestIncident } from '../test-incident.ts';
import type { Method } from '../test-asker.ts';

/** A ticket in the words of one surface; what the surface does not show is left out. */
export interface Shown {
  subject: string;
  description: string;
  status: string;
  category: string;
  priority?: string;
}

export interface Pairs extends TestIncident {
  ids: HexIds;
  /** Asks, takes success for granted, and answers the body. */
  take: <Body>(method: Method, path: string, as: string, body?: object) => Promise<Body>;
}

/** What people do with a ticket through one surface. `id` is the ticket's integer. */
export interface Hand {
  name: string;
  /** The words of the ticket that it makes, in every surface (mapping, sections 4 and 5). */
  made: Record<HandName, Pick<Shown, 'category' | 'priority'>>;
  make: (desk: Pairs) => Promise<number>;
  /** What it shows, and all of the answer as text. */
  read: (desk: Pairs, id: number) => Promise<{ shown: Shown; assignee: number | null; text: string }>;
  /** Gives the ticket to the agent. */
  assign: (desk: Pairs, id: number) => Promise<void>;
  /** Writes what is shown. */
  writeBack?: (desk: Pairs, id: number, shown: Shown) => Promise<void>;
  /** Writes other words. @returns what it must show from then on */
  change?: (desk: Pairs, id: number) => Promise<Partial<Shown>>;
  sayToCustomer?: (desk: Pairs, id: number, text: string) => Promise<void>;
  sayToStaff?: (desk: Pairs, id: number, text: string) => Promise<void>;
  close: (desk: Pairs, id: number) => Promise<void>;
  /** Which of what was said it tells (mapping, section 11). */
  tells: { replies: boolean; notes: boolean };
  /** What it calls a new ticket, and a closed one. */
  words: { open: string; closed: string };
}

export type HandName = 'v1' | 'support' | 'admin' | 'incident' | 'it';

export const draft = { subject: 'Cup «Søren» 50% off; --', description: "It's broken\nin two 🫖" };

export async function expectOk<Body>(
  desk: TestIncident,
  method: Method,
  path: string,
  { as, body }: { as: string; body?: object | undefined },
): Promise<Body> {
  const answer = await desk.ask(method, path, { as, ...(body === undefined ? {} : { body }) });
  const isFine = answer.status >= 200 && answer.status < 300;
  expect({ method, path, status: answer.status, refusal: isFine ? '' : answer.text }).toMatchObject({
    refusal: '',
  });
  return answer.body as Body;
}
