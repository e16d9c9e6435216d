import { become } from '../process/become.ts';

become(process.execPath, ['server/simulator/run.ts', ...process.argv.slice(2)]);
