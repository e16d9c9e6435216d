import { expect, test } from 'vitest';
import { upcast } from '#shared/mutators/upcast.ts';
import { protocolVersion } from '#shared/protocol/sync.ts';
import { createTestDesk, type TestDesk } from '../testing/test-desk.ts';
import { greet } from './hello.service.ts';
import { pushMutations, type PushDeps } from './push.service.ts';

const hello = (desk: TestDesk, protocol = protocolVersion) => ({
  protocol,
  client_id: desk.services.mintUid(),
  epoch: null,
  cursor: null,
  scope: [],
  acked_mid: 0,
});

const faultless: Pick<PushDeps, 'onFault'> = {
  onFault: (error) => {
    throw error;
  },
};

test('a mutation of an older version is brought to the present one and runs', async () => {
  await using desk = await createTestDesk();
  const { services, users } = desk;
  const ticket = await desk.createTicket();
  const met = hello(desk);
  await greet(services, users.superAdmin, met);
  const history: typeof upcast = (mutation) =>
    upcast(
      { ...mutation, version: 1 },
      { 'ticket-note': { 1: ({ body, ...rest }) => ({ ...rest, text: body }) } },
      () => 2,
    );
  const push = (mid: number, name: string, version: number) =>
    pushMutations(
      { ...services, ...faultless, ...(version === 1 ? { upcast: history } : {}) },
      users.superAdmin,
      {
        client_id: met.client_id,
        mutations: [
          {
            mid,
            key: services.mintUid(),
            name,
            version,
            args: {
              ticket_uid: ticket.uid,
              message_uid: services.mintUid(),
              activity_uid: services.mintUid(),
              body: 'As it was written then',
            },
            at: 0,
          },
        ],
      },
    );
  expect(await push(1, 'ticket-note', 1)).toMatchObject({ outcomes: [{ status: 'applied' }] });
  const texts = await services.database.db.selectFrom('message').select('text').execute();
  expect(texts.map(({ text }) => text)).toContain('As it was written then');

  // From a later Waypost: nothing is decided, the number stays unused, the console waits.
  await expect(push(2, 'ticket-note', 99)).rejects.toMatchObject({
    kind: 'unsupported',
    data: { code: 'too_new' },
  });
  expect(await push(2, 'ticket-juggle', 1)).toMatchObject({ outcomes: [{ status: 'refused' }] });
});

test.each([
  [protocolVersion - 1, 'too_old'],
  [protocolVersion + 1, 'too_new'],
])('a console that speaks version %i is told that it is %s', async (protocol, code) => {
  await using desk = await createTestDesk();
  await expect(greet(desk.services, desk.users.agent, hello(desk, protocol))).rejects.toMatchObject({
    kind: 'unsupported',
    data: { code },
  });
});
