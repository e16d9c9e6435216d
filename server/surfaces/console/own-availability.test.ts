import { expect, test } from 'vitest';
import { ownAvailability } from '#shared/protocol/own-availability.ts';
import { sessionGrantSchema, sessionPath } from '#shared/protocol/console-session.ts';
import { createTestNode, type TestNode } from '../../testing/test-node.ts';
import { testPassword } from '../../testing/test-users.ts';

async function askAs(node: TestNode, username: string) {
  const signedIn = await node.app.inject({
    method: 'POST',
    url: sessionPath,
    payload: { username, password: testPassword },
  });
  const { access_token: token } = sessionGrantSchema.parse(signedIn.json());
  return async (isAvailable?: boolean) => {
    const { method, path: url } = isAvailable === undefined ? ownAvailability.read : ownAvailability.write;
    const payload = isAvailable === undefined ? {} : { payload: { is_available: isAvailable } };
    const answer = await node.app.inject({
      method,
      url,
      headers: { authorization: `Bearer ${token}` },
      ...payload,
    });
    return { status: answer.statusCode, body: answer.json<unknown>() };
  };
}

test('an agent takes a break and comes back, and is given nothing in between', async () => {
  await using node = await createTestNode();
  const ask = await askAs(node, node.users.agent.username);
  expect(await ask()).toEqual({ status: 200, body: { is_available: true } });
  expect(await ask(false)).toEqual({ status: 200, body: { is_available: false } });
  expect(await ask()).toEqual({ status: 200, body: { is_available: false } });
  expect(await ask(true)).toMatchObject({ body: { is_available: true } });
});

test('admins are given no tickets, so that there is nothing to say', async () => {
  await using node = await createTestNode();
  const ask = await askAs(node, node.users.superAdmin.username);
  expect(await ask()).toEqual({ status: 200, body: { is_available: null } });
  expect(await ask(true)).toMatchObject({ status: 403, body: { error: { kind: 'forbidden' } } });
});

test('whoever is signed out, and what makes no sense, is refused in the console’s words', async () => {
  await using node = await createTestNode();
  const { method, path: url } = ownAvailability.write;
  const nobody = await node.app.inject({ method, url, payload: { is_available: true } });
  expect([nobody.statusCode, nobody.json()]).toMatchObject([401, { error: { kind: 'signed_out' } }]);
  const ask = await askAs(node, node.users.agent.username);
  for (const odd of ['yes', null, { more: 1 }]) {
    expect(await ask(odd as never)).toMatchObject({ body: { error: { kind: 'invalid' } } });
  }
});
