// The node's entry: the one file of server/ that knows it is a process. It reads arguments and environment, speaks to
// the terminal, and hands over. Everything else is loaded only once this Node is known to be new enough for it.

import { fileURLToPath } from 'node:url';

const oldestMajor = 24;

if (Number.parseInt(process.versions.node, 10) < oldestMajor) {
  console.error(
    `Waypost needs Node ${oldestMajor} or newer; this is ${process.version}. Run \`npm start\`, which brings it.`,
  );
  process.exitCode = 1;
} else {
  const [word, ...rest] = process.argv.slice(2);
  const print = (line: string): void => console.log(line);
  const complain = (line: string): void => console.error(line);
  const { isCommandName, runCommand } = await import('./commands/run-command.ts');
  if (isCommandName(word)) {
    const isDone = await runCommand(word, { args: rest, env: process.env, print, complain });
    process.exitCode = isDone ? 0 : 1;
  } else {
    const { runNode } = await import('./process/run-node.ts');
    await runNode({
      args: process.argv.slice(2),
      env: process.env,
      // Beside the bundle (build/out/server/start.js), or as seen from the source (server/start.ts).
      consoleDir: fileURLToPath(
        new URL(import.meta.url.endsWith('.ts') ? '../build/out/renderer' : '../renderer', import.meta.url),
      ),
      print,
      complain,
    });
  }
}
