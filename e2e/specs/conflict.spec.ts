import { expect } from 'playwright/test';
import { test } from '../fixtures/test.ts';
import { ConsolePage } from '../pages/console-page.ts';
import { isAccessible } from '../pages/is-accessible.ts';

const theirs = 'A colleague was faster';
const subjects = ['Sent on top', 'Kept as a note', 'Edited first', 'Let go'] as const;
const oursOn = (subject: string): string => `Written on the train: ${subject}`;

test('a reply that a colleague overtook is sent on top, kept as a note, edited first or let go', async ({
  app,
  api,
  cable,
}) => {
  const agent = await api.createAgent('Noor Agent');
  const ids = new Map<string, number>();
  for (const subject of subjects) {
    const id = await api.createTicket({ subject });
    await api.assign(id, agent);
    ids.set(subject, id);
  }
  const desk = new ConsolePage(() => app.page);
  await desk.signIn(agent);
  for (const id of ids.values()) await expect(desk.ticket(id)).toBeVisible();

  await cable.cut();
  await desk.isOffline();
  for (const [subject, id] of ids) {
    await desk.openTicket(id);
    await desk.reply(oursOn(subject));
    await api.postMessage(id, theirs, 'agent');
  }
  await cable.restore();

  const openConflict = async (subject: (typeof subjects)[number]) => {
    const id = ids.get(subject) ?? 0;
    await desk.openTicket(id);
    await desk.openConflict(id);
    const side = (name: string) => desk.conflictSheet.getByRole('region', { name });
    await expect(side('What you wrote')).toContainText(oursOn(subject));
    await expect(side('What arrived since')).toContainText(theirs);
    const readReplies = async () => (await api.readMessages(id)).slice(1);
    return { ours: oursOn(subject), readReplies };
  };

  const onTop = await openConflict('Sent on top');
  await isAccessible(app.page, 'conflict', '[role="dialog"]');
  await desk.choose('Send on top');
  await desk.isDelivered(onTop.ours);
  expect((await onTop.readReplies()).map(({ text }) => text)).toEqual([theirs, onTop.ours]);

  const note = await openConflict('Kept as a note');
  await desk.choose('Keep as note');
  await desk.isDelivered(note.ours);
  expect((await note.readReplies()).at(-1)).toMatchObject({ text: note.ours, isNote: true });

  const edited = await openConflict('Edited first');
  await desk.choose('Edit');
  await expect(desk.composer).toHaveValue(edited.ours);
  await desk.reply(`${edited.ours}, read again`);
  await desk.isDelivered(`${edited.ours}, read again`);
  expect((await edited.readReplies()).map(({ text }) => text)).toEqual([
    theirs,
    `${edited.ours}, read again`,
  ]);

  const gone = await openConflict('Let go');
  await desk.press('Escape');
  await desk.actOnQueued('Let go of', `reply on #${ids.get('Let go')}`);
  await expect(desk.message(theirs)).toBeVisible();
  await expect(desk.message(gone.ours)).toBeHidden();
  expect((await gone.readReplies()).map(({ text }) => text)).toEqual([theirs]);
});
