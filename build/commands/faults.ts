import { become } from '../process/become.ts';

become(process.execPath, ['server/faults/run.ts', ...process.argv.slice(2)]);
