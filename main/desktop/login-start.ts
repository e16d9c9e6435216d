import { homedir } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import type { LoginStart } from './start-at-login.ts';

/** Where and what this computer starts at login. */
export function loginStart(): LoginStart {
  const { APPIMAGE: image, XDG_CONFIG_HOME: configHome } = process.env;
  return {
    app,
    platform: process.platform,
    configDir: configHome ?? join(homedir(), '.config'),
    program: image ?? process.execPath,
  };
}
