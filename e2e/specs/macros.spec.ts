import { expect } from 'playwright/test';
import { test } from '../fixtures/test.ts';
import { ConsolePage } from '../pages/console-page.ts';
import { openOwnTicket } from '../pages/open-own-ticket.ts';

const refund = {
  name: 'Refund is on its way',
  visibility: 'all',
  body: {
    text: 'Hello {{customer.name}}, your refund is on its way.',
    status: 'waiting_user',
    add_tags: ['refund'],
  },
};

/** Round the clock, with a promise of a solution that waits while the customer does. */
const promise = {
  name: 'Around the clock',
  rules: {
    calendar: {
      time_zone: 'UTC',
      week: Array.from({ length: 7 }, () => [{ from: 0, to: 24 * 60 }]),
      holidays: [],
    },
    targets: Object.fromEntries(
      ['critical', 'high', 'medium', 'low'].map((priority) => [
        priority,
        { response_minutes: 60, resolution_minutes: 480 },
      ]),
    ),
    pauses_on: ['waiting_user'],
    categories: null,
  },
};

test('a macro writes and sets, from one ticket and for many, without a network', async ({
  app,
  api,
  cable,
}) => {
  await api.call('POST', '/api/v1/macros', refund);
  await api.call('POST', '/api/v1/admin/sla-policies', promise);
  const { desk, id } = await openOwnTicket(app, api);
  const { page } = app;
  await cable.cut();
  await desk.isOffline();
  await desk.press('r');
  await page.keyboard.type('/refu');
  await expect(page.getByRole('listbox', { name: 'Macros' }).getByRole('option')).toHaveCount(1);
  await desk.press('Enter');
  await expect(desk.composer).toHaveValue('Hello Asha Customer, your refund is on its way. ');
  await expect(page.getByRole('list', { name: 'When it is sent' })).toContainText(
    'Status: Waiting on customer',
  );
  await page.getByRole('button', { name: 'Leave out: + refund' }).click();
  await desk.press('r');
  await desk.press('ControlOrMeta+Enter');
  await desk.hasStatus('Waiting on customer');
  await expect(page.getByRole('button', { name: 'Take off refund' })).toBeHidden();

  await desk.press('Escape');
  await desk.press('Escape');
  await desk.checkbox(id).click();
  await desk.press('m');
  await page.getByRole('combobox', { name: 'Find a macro' }).fill('refund');
  await desk.press('Enter');
  await expect(desk.messagesToMe).toContainText('1 ticket · Refund is on its way');
  await desk.openTicket(id);
  await expect(desk.message('your refund is on its way')).toHaveCount(2);
  await desk.press('z');
  await expect(desk.message('your refund is on its way')).toHaveCount(1);
  await cable.restore();
  await desk.comesBack();
  expect((await api.readMessages(id)).filter(({ sender }) => sender === 'agent')).toHaveLength(1);

  // The clock for the solution says what it stands still for.
  const serviceLevel = page.getByRole('region', { name: 'Service level' });
  await expect(serviceLevel).toContainText('Paused: Waiting on customer');

  // The palette finds macros and customers.
  await desk.command('refund is', 'Macro: Refund is on its way');
  await expect(desk.composer).toHaveValue('Hello Asha Customer, your refund is on its way. ');
  await desk.command('asha', 'Customer: Asha Customer');
  await expect(desk.searchBox).toHaveValue('from:"Asha Customer"');
  await expect(desk.searchHits.first()).toContainText(`#${id}`);
});

test('a note calls a colleague, who finds the ticket among the mentions and sees who is there', async ({
  openConsole,
  api,
}) => {
  const [noor, zoe] = [await api.createAgent('Noor Agent'), await api.createAgent('Zoe Quill')];
  const id = await api.createTicket();
  const [first, second] = [await openConsole({ name: 'noor' }), await openConsole({ name: 'zoe' })];
  const [noors, zoes] = [new ConsolePage(() => first.page), new ConsolePage(() => second.page)];
  await noors.signIn(noor);
  await zoes.signIn(zoe);
  await noors.openView('Unassigned');
  await noors.openTicket(id);
  await noors.press('n');
  await first.page.keyboard.type('Have you seen this, @zoe');
  await expect(first.page.getByRole('option', { name: /Zoe Quill/ })).toBeVisible();
  await noors.press('Enter');
  await noors.press('ControlOrMeta+Enter');
  await expect(noors.message('Have you seen this, @Zoe Quill')).toBeVisible();

  await zoes.openView('Mentions');
  await zoes.openTicket(id);
  await expect(second.page.getByText('Noor Agent is looking at this')).toBeAttached();
  await noors.press('r');
  await first.page.keyboard.type('We are on it');
  await expect(second.page.getByText('Noor Agent is writing to this customer right now.')).toBeVisible();
});
