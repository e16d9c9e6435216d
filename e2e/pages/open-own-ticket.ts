import type { Account, ApiClient } from '../fixtures/api-client.ts';
import type { Console } from '../fixtures/console-fleet.ts';
import { ConsolePage } from './console-page.ts';

/** An agent with a ticket of their own open on the screen. */
export async function openOwnTicket(
  app: Console,
  api: ApiClient,
): Promise<{ desk: ConsolePage; id: number; agent: Account }> {
  const agent = await api.createAgent('Noor Agent');
  const id = await api.createTicket();
  await api.assign(id, agent);
  const desk = new ConsolePage(() => app.page);
  await desk.signIn(agent);
  await desk.openTicket(id);
  return { desk, id, agent };
}
