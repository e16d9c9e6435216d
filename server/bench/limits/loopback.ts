import { once } from 'node:events';
import { connect } from 'node:net';
import { summarise, type Timings } from '../harness/statistics.ts';

const messageBytes = 400;
const warmUpCount = 500;

/** Round trips of a small message to another process that sends it back as it is. */
export async function timeRoundTrips(port: number, count: number): Promise<Timings> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await once(socket, 'connect');
  const message = Buffer.alloc(messageBytes, 'x');
  const durations: number[] = [];
  let startedAt = performance.now();
  for (let sent = 0; sent < warmUpCount + count; sent += 1) {
    if (sent === warmUpCount) startedAt = performance.now();
    const before = performance.now();
    await roundTrip(socket, message);
    if (sent >= warmUpCount) durations.push(performance.now() - before);
  }
  const elapsedMs = performance.now() - startedAt;
  socket.destroy();
  return summarise(durations, elapsedMs);
}

function roundTrip(socket: ReturnType<typeof connect>, message: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    let missing = message.length;
    const take = (chunk: Buffer): void => {
      missing -= chunk.length;
      if (missing > 0) return;
      socket.off('data', take).off('error', reject);
      resolve();
    };
    socket.on('data', take).once('error', reject);
    socket.write(message);
  });
}
