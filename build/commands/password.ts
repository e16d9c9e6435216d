import { becomeCommand } from '../process/become-command.ts';

await becomeCommand('password', process.argv.slice(2));
