import type { Scenario } from '../scenario.ts';
import { consoleKilledInCheckpoint, consoleKilledMidPush } from './console-kills.ts';
import { replicaIsCorrupt } from './corruption.ts';
import { consoleDiskIsFull, nodeDiskIsFull } from './disks.ts';
import { nodeKilledInCheckpoint, nodeKilledInMigration, nodeKilledUnderLoad } from './node-kills.ts';
import { roadIsBlackHole, roadIsCut, roadIsSlow, roadTrickles } from './roads.ts';
import { consoleKilledInSnapshot, nodeKilledInSnapshot } from './snapshot-kills.ts';
import { consoleIsStopped, nodeIsStopped } from './stalls.ts';

export const scenarios: readonly Scenario[] = [
  nodeKilledUnderLoad,
  nodeKilledInMigration,
  nodeKilledInCheckpoint,
  nodeKilledInSnapshot,
  consoleKilledMidPush,
  consoleKilledInSnapshot,
  consoleKilledInCheckpoint,
  roadIsCut,
  roadIsSlow,
  roadTrickles,
  roadIsBlackHole,
  nodeIsStopped,
  consoleIsStopped,
  nodeDiskIsFull,
  consoleDiskIsFull,
  replicaIsCorrupt,
];
