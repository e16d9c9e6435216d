import type { Department } from '#shared/model/department.ts';
import type { Role } from '#shared/model/user.ts';
import { departments } from '#shared/model/department.ts';
import { openDatabase } from '../database/database.ts';
import { createServices } from '../services.ts';
import { beginLog } from '../sync/change-log.repo.ts';
import { createTestTicket } from '../testing/test-tickets.ts';
import { createTestUser } from '../testing/test-users.ts';
import { Process } from './processes/process.ts';
import { Rng } from './random.ts';
import { Disk } from './storage/disk.ts';
import { nodeDialect } from './storage/disk-dialect.ts';
import { Template, type OpenFile } from './storage/template.ts';
import { VirtualTime } from './virtual-time.ts';

/** Who works at the simulated desk. Two departments are enough for every kind of move. */
const staff: readonly { username: string; role: Role; department: Department | null }[] = [
  { username: 'root', role: 'super_admin', department: null },
  { username: 'ada', role: 'admin', department: null },
  { username: 'pia', role: 'agent', department: 'payment' },
  { username: 'per', role: 'agent', department: 'payment' },
  { username: 'lou', role: 'agent', department: 'loan' },
  { username: 'lea', role: 'agent', department: 'loan' },
];

export const simDepartments: readonly Department[] = departments.filter(
  (name) => name === 'payment' || name === 'loan',
);

/** The users' ids, in the order of `staff`. */
export const userIds: readonly number[] = staff.map((_user, index) => index + 1);
export const rootId = 1;

const ticketCount = 6;

/** A desk with its people and a few tickets, for all worlds of this process. */
export const deskTemplate = new Template(makeDesk);

async function makeDesk(): Promise<OpenFile> {
  const disk = new Disk();
  const rng = new Rng(1);
  const database = await openDatabase(nodeDialect(disk, new Process('desk')), (error) => {
    throw error;
  });
  const services = createServices(database, {
    clock: new VirtualTime().clockOf({ skewMs: 0 }),
    random: (length) => rng.bytes(length),
    signingSecret: 'a secret for simulations alone',
    passwordCost: 4,
  });
  await database.write((tx) => beginLog(tx, services.mintUid()));
  const people = [];
  for (const user of staff) people.push(await createTestUser(services, { ...user, password_hash: null }));
  const [root] = people;
  if (root === undefined) throw new Error('The desk has nobody');
  for (let index = 0; index < ticketCount; index++) {
    const category = simDepartments[index % simDepartments.length] ?? 'payment';
    const assigneeId = index % 3 === 0 ? undefined : people[2 + (index % 4)]?.id;
    await createTestTicket(services, root, {
      subject: `Ticket ${index}`,
      description: `How it began ${index}`,
      category,
      ...(assigneeId === undefined ? {} : { assigneeId }),
    });
  }
  for (const department of simDepartments) {
    const macro = {
      name: `For ${department}`,
      visibility: 'team',
      department,
      body: { text: 'Hello' },
    } as const;
    await services.items.create(root, 'macro', macro);
  }
  await database.close();
  return disk.handOver();
}
