import { fileURLToPath } from 'node:url';

/** The top folder of the repository, without a trailing separator. */
export const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '');
