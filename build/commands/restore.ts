import { becomeCommand } from '../process/become-command.ts';

await becomeCommand('restore', process.argv.slice(2));
