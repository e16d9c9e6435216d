import { becomeServer } from '../process/become-server.ts';

await becomeServer(process.argv.slice(2));
