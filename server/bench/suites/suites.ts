import type { Suite } from '../harness/bench.ts';
import { categorizerSuite } from './categorizer.ts';
import { clickSuite } from './click.ts';
import { firstSyncSuite } from './first-sync.ts';
import { httpSuite } from './http.ts';
import { replySuite } from './reply.ts';

export const suites: readonly Suite[] = [httpSuite, firstSyncSuite, clickSuite, replySuite, categorizerSuite];
