import { becomeCommand } from '../process/become-command.ts';

await becomeCommand('backup', process.argv.slice(2));
