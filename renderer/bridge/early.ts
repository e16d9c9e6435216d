// Loaded by the built page ahead of everything else (build/bundle/early-script-plugin.ts): while the console's own
// scripts come and run, the worker loads SQLite on another core.
import { findElectronBridge } from './electron.ts';
import { startReplicaWorker } from './worker/start-worker.ts';

if (findElectronBridge() === null) startReplicaWorker();
