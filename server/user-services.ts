import { ApiTokens } from './auth/api-token.service.ts';
import { AuthService } from './auth/auth.service.ts';
import { Passwords } from './auth/passwords.ts';
import { Tokens } from './auth/tokens.ts';
import type { Foundation } from './foundation.ts';
import { AgentLoadService } from './users/agent-load.service.ts';
import { RegistrationService } from './users/registration.service.ts';
import { UserAdminService } from './users/user-admin.service.ts';
import { UserWriter } from './users/user-writer.ts';
import { UserService } from './users/user.service.ts';

/** Who may sign in, by what, and who works here. */
export interface UserServices {
  auth: AuthService;
  userWriter: UserWriter;
  users: UserService;
  userAdmin: UserAdminService;
  registration: RegistrationService;
  agentLoad: AgentLoadService;
  apiTokens: ApiTokens;
}

export interface UserOptions {
  signingSecret: string;
  passwordCost: number | undefined;
  opensRegistration: boolean;
}

export function createUserServices(
  foundation: Foundation,
  { signingSecret, passwordCost, opensRegistration }: UserOptions,
): UserServices {
  const { database, clock, random, mintUid, publisher, feed } = foundation;
  const passwords = new Passwords(passwordCost);
  const tokens = new Tokens(signingSecret, clock);
  const writer = new UserWriter({ publisher, feed });
  const deps = { database, writer, passwords, clock, mintUid };
  return {
    auth: new AuthService({ database, tokens, passwords, clock, mintUid }),
    userWriter: writer,
    users: new UserService(deps),
    userAdmin: new UserAdminService(deps),
    registration: new RegistrationService({ ...deps, isOpen: opensRegistration }),
    agentLoad: new AgentLoadService(database),
    apiTokens: new ApiTokens({ database, clock, random }),
  };
}
