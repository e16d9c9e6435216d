import { expect } from 'playwright/test';
import type { ApiClient } from '../fixtures/api-client.ts';
import type { Cable } from '../fixtures/cable.ts';
import type { Console } from '../fixtures/console-fleet.ts';
import { test } from '../fixtures/test.ts';
import type { ConsolePage } from '../pages/console-page.ts';
import { isAccessible } from '../pages/is-accessible.ts';
import { openOwnTicket } from '../pages/open-own-ticket.ts';

const ours = 'Written on the train';
const theirs = 'A colleague was faster';

/** An agent's reply that a colleague's overtook while the agent was offline; the sheet is open. */
async function openConflict(
  app: Console,
  api: ApiClient,
  cable: Cable,
): Promise<{ desk: ConsolePage; id: number }> {
  const { desk, id } = await openOwnTicket(app, api);
  await cable.cut();
  await desk.isOffline();
  await desk.reply(ours);
  await api.postMessage(id, theirs, 'agent');
  await cable.restore();
  await desk.openConflict(id);
  await expect(desk.conflictSheet.getByRole('region', { name: 'What you wrote' })).toContainText(ours);
  await expect(desk.conflictSheet.getByRole('region', { name: 'What arrived since' })).toContainText(theirs);
  return { desk, id };
}

const textsAfter = async (api: ApiClient, id: number): Promise<string[]> =>
  (await api.readMessages(id)).slice(1).map((message) => message.text);

test('a reply that a colleague overtook can be sent on top', async ({ app, api, cable }) => {
  const { desk, id } = await openConflict(app, api, cable);
  await isAccessible(app.page, 'conflict', '[role="dialog"]');
  await desk.choose('Send on top');
  await desk.isDelivered(ours);
  expect(await textsAfter(api, id)).toEqual([theirs, ours]);
});

test('… or be kept as a note', async ({ app, api, cable }) => {
  const { desk, id } = await openConflict(app, api, cable);
  await desk.choose('Keep as note');
  await desk.isDelivered(ours);
  const messages = await api.readMessages(id);
  expect(messages.at(-1)).toMatchObject({ text: ours, isNote: true });
});

test('… or be edited first', async ({ app, api, cable }) => {
  const { desk, id } = await openConflict(app, api, cable);
  await desk.choose('Edit');
  await expect(desk.composer).toHaveValue(ours);
  await desk.reply(`${ours}, read again`);
  await desk.isDelivered(`${ours}, read again`);
  expect(await textsAfter(api, id)).toEqual([theirs, `${ours}, read again`]);
});

test('… or be let go', async ({ app, api, cable }) => {
  const { desk, id } = await openConflict(app, api, cable);
  await desk.press('Escape');
  await desk.actOnQueued('Let go of', `reply on #${id}`);
  await expect(desk.message(theirs)).toBeVisible();
  await expect(desk.message(ours)).toBeHidden();
  expect(await textsAfter(api, id)).toEqual([theirs]);
});
