import type { NodeConfig, NodeSecrets } from '../config/config.ts';
import type { Services } from '../services.ts';
import { seedDesk } from '../demo/seed-desk.ts';
import { starterFaqs } from '../knowledge/starter-faqs.ts';
import { beginLog } from '../sync/change-log.repo.ts';
import { generatePassword } from './generate-password.ts';

/**
 * Gives a new desk its change log, its super admin and a few answers; a desk that has them stays as it is. A generated
 * password is printed here and nowhere else: it is stored as a hash.
 */
export async function prepareDesk(
  { database, mintUid, random, users, knowledge }: Services,
  { adminUsername }: Pick<NodeConfig, 'adminUsername'>,
  { adminPassword }: NodeSecrets,
  print: (line: string) => void,
): Promise<void> {
  await database.write((tx) => beginLog(tx, mintUid()));
  const password = adminPassword ?? generatePassword(random);
  const created = await users.createSuperAdmin({
    username: adminUsername,
    password,
    email: null,
    fullName: 'Super Admin',
  });
  if (created === null) return;
  if (adminPassword === null) print(`First sign-in: ${adminUsername} / ${password}`);
  await knowledge.seed(starterFaqs);
}

/** Fills an empty desk for trying things out, and prints how to sign in to it; the password is kept as a hash alone. */
export async function prepareDemo(services: Services, print: (line: string) => void): Promise<void> {
  const signIns = await seedDesk(services);
  if (signIns === null) return;
  const { admins, agents, password } = signIns;
  print(
    `Demo sign-ins: ${admins.join(', ')} (admins), ${agents.join(', ')} (agents), all with the password ${password}`,
  );
}
