import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { mutatorNames, findMutator } from '../mutators/registry.ts';
import { consoleUserSchema, sessionGrantSchema, signInSchema } from './console-session.ts';
import { behindSchema, byeSchema } from './events.ts';
import { presenceSchema, presentSchema } from './presence.ts';
import * as sync from './sync.ts';
import * as digests from './ticket-digest.ts';
import { wireFrameSchema } from './wire-frame.ts';

/** A short name of everything that the schemas allow: any change of the wire changes it. */
function fingerprint(schemas: Record<string, z.ZodType>): string {
  const shapes = Object.entries(schemas).map(([name, schema]) => [
    name,
    z.toJSONSchema(schema, { io: 'input' }),
  ]);
  return createHash('sha256').update(JSON.stringify(shapes)).digest('hex').slice(0, 16);
}

const advice =
  'The wire changed: raise the version beside it, tell its history, then write down the new fingerprint.';

test('the sync protocol is the one that its version stands for', () => {
  const {
    helloSchema,
    welcomeSchema,
    pushSchema,
    pushedSchema,
    pullSchema,
    pulledSchema,
    frameSchema,
    fetchSchema,
    fetchedSchema,
    renewSchema,
    snapshotQuerySchema,
    snapshotPageSchema,
    conversationsQuerySchema,
    conversationsSchema,
  } = sync;
  const { digestSchema, digestedSchema, manifestSchema, manifestedSchema } = digests;
  const digestSchemas = { digestSchema, digestedSchema, manifestSchema, manifestedSchema };
  const wire = {
    helloSchema,
    welcomeSchema,
    pushSchema,
    pushedSchema,
    pullSchema,
    pulledSchema,
    frameSchema,
    wireFrameSchema,
    fetchSchema,
    fetchedSchema,
    renewSchema,
    ...digestSchemas,
    snapshotQuerySchema,
    snapshotPageSchema,
    conversationsQuerySchema,
    conversationsSchema,
    byeSchema,
    behindSchema,
    presenceSchema,
    presentSchema,
    consoleUserSchema,
    sessionGrantSchema,
    signInSchema,
  };
  expect({ version: sync.protocolVersion, fingerprint: fingerprint(wire) }, advice).toMatchInlineSnapshot(`
    {
      "fingerprint": "c06aab443b0fbb04",
      "version": 15,
    }
  `);
});

test('each mutation is the one that its version stands for', () => {
  const wire = mutatorNames.map((name) => {
    const mutator = findMutator(name);
    if (mutator === null) throw new Error(`No mutator ${name}`);
    return `${name} ${mutator.version} ${fingerprint({ args: mutator.args })}`;
  });
  expect(wire, advice).toMatchInlineSnapshot(`
    [
      "ticket-create 2 f262e8bc3175ea7e",
      "ticket-reply 1 1fd1cff424b26b3b",
      "ticket-note 2 75aa73038105076b",
      "ticket-status 1 d2a265b2565c8c2b",
      "ticket-priority 1 0687c952977ff09a",
      "ticket-category 1 1fc144116444de31",
      "ticket-assign 1 83231396ee3e54fc",
      "ticket-tags 1 a90dc8049f9b18c9",
      "ticket-snooze 1 7910bc8aa78d4dd5",
      "ticket-follow 1 eb4e47174c4c53e3",
      "ticket-merge 1 37f59bea3ec77c1e",
      "ticket-unmerge 1 3656a3aebef2baaf",
      "ticket-attach 1 7625ca7d16700a23",
    ]
  `);
});
