import { expect } from 'playwright/test';
import { admin } from '../fixtures/node-process.ts';
import { smallPicture } from '../fixtures/small-picture.ts';
import { test } from '../fixtures/test.ts';
import { ConsolePage } from '../pages/console-page.ts';

test('a ticket that comes in over HTTP appears in an open console, and its reply goes out once', async ({
  app,
  api,
}) => {
  const desk = new ConsolePage(() => app.page);
  await desk.signIn(admin);
  await desk.openView('Unassigned');
  const id = await api.createTicket({ subject: 'My card was charged twice' });
  await expect(desk.ticket(id)).toBeVisible();

  await desk.openTicket(id);
  await api.postMessage(id, 'Are you there?');
  await expect(desk.message('Are you there?')).toBeVisible();
  await desk.reply('We are looking into it.');
  await desk.isDelivered('We are looking into it.');
  const replies = (await api.readMessages(id)).filter((message) => message.sender === 'agent');
  expect(replies.map((message) => message.text)).toEqual(['We are looking into it.']);
});

test('two consoles see what the other does, and its files, which survive a restart without a network', async ({
  openConsole,
  api,
  cable,
}) => {
  const agent = await api.createAgent('Noor Agent');
  const id = await api.createTicket();
  await api.assign(id, agent);
  const [first, second] = [await openConsole({ name: 'agent' }), await openConsole({ name: 'admin' })];
  const [agents, admins] = [new ConsolePage(() => first.page), new ConsolePage(() => second.page)];
  await agents.signIn(agent);
  await admins.signIn(admin);
  await agents.openView('All open');
  await admins.openView('All open');
  await agents.openTicket(id);
  await admins.openTicket(id);

  await agents.reply('From the agent');
  await expect(admins.message('From the agent')).toBeVisible();
  await admins.addNote('From the admin, for us alone');
  await expect(agents.message('From the admin, for us alone')).toBeVisible();
  await admins.setStatus('Waiting on customer');
  await agents.hasStatus('Waiting on customer');

  const log = Buffer.from('The log of the agent\n'.repeat(2000));
  await cable.cut();
  await agents.isOffline();
  await agents.attach(
    smallPicture,
    { name: 'what happened.log', mimeType: 'text/plain', buffer: log },
    { name: 'wrong.txt', mimeType: 'text/plain', buffer: Buffer.from('wrong') },
  );
  await agents.chosenFile('wrong.txt').getByRole('button').click();
  await expect(agents.chosenFile('wrong.txt')).toBeHidden();
  await first.restart();
  await agents.isOffline();
  await agents.openView('All open');
  await agents.openTicket(id);
  await expect(agents.chosenFile('screen.png')).toBeVisible();
  await agents.reply('The picture and the log');
  await expect(agents.attachedFile('screen.png').getByRole('img', { name: 'screen.png' })).toBeVisible();
  await expect(agents.attachedFile('what happened.log')).toContainText(
    'Will be sent when you are back online',
  );
  await agents.hasQueued(3);

  await cable.restore();
  await agents.comesBack();
  await admins.comesBack();
  await expect(
    admins.message('The picture and the log').getByRole('img', { name: 'screen.png' }),
  ).toBeVisible();
  expect(await admins.save('what happened.log')).toEqual({ bytes: log, savedAs: 'what happened.log' });
  expect((await admins.save('screen.png')).bytes).toEqual(smallPicture.buffer);
});
