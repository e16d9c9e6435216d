// Loaded into each utility process before its own module: gives it `process.parentPort`, and ends it with its parent.

import { EventEmitter } from 'node:events';

const send = process.send?.bind(process);
if (send === undefined) throw new Error('A utility process needs a parent');

class ParentPort extends EventEmitter {
  postMessage(message: unknown): void {
    send?.(message);
  }
}

const parentPort = new ParentPort();
// As under Electron, the port is read from its first listener on: what comes before waits.
parentPort.on('newListener', (name) => {
  if (name !== 'message' || parentPort.listenerCount('message') > 0) return;
  process.on('message', (data) => parentPort.emit('message', { data, ports: [] }));
});
process.on('disconnect', () => process.exit(0));
Object.defineProperty(process, 'parentPort', { value: parentPort });
Object.defineProperty(process, 'type', { value: 'utility' });
// Under Electron there is no other way to the parent.
Object.defineProperty(process, 'send', { value: undefined });
