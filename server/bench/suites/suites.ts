import type { Suite } from '../harness/bench.ts';
import { categorizerSuite } from './categorizer.ts';
import { clickSuite } from './click.ts';
import { consoleSuite } from './console.ts';
import { drainSuite } from './drain.ts';
import { fieldChangeSuite } from './field-change.ts';
import { firstSyncSuite, largeSyncSuite } from './first-sync.ts';
import { httpSuite } from './http.ts';
import { largeSuite } from './large.ts';
import { leaveSuite } from './leave.ts';
import { reconnectSuite } from './reconnect.ts';
import { replySuite } from './reply.ts';
import { steadySuite } from './steady.ts';

export const suites: readonly Suite[] = [
  httpSuite,
  steadySuite,
  firstSyncSuite,
  largeSyncSuite,
  clickSuite,
  replySuite,
  reconnectSuite,
  drainSuite,
  fieldChangeSuite,
  leaveSuite,
  categorizerSuite,
  consoleSuite,
  largeSuite,
];
