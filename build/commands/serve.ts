import { runServer } from '../process/run-server.ts';

await runServer(process.argv.slice(2));
