import { join } from 'node:path';
import { departments, type Department } from '#shared/model/department.ts';
import type { Actor } from '#shared/model/user.ts';
import { loadSigningSecret } from '../../config/signing-secret.ts';
import { openDatabase } from '../../database/database.ts';
import { sqliteDialect } from '../../database/dialects/sqlite.ts';
import { createServices, type Services } from '../../services.ts';
import { beginLog } from '../../sync/change-log.repo.ts';
import { createTestUser } from '../../testing/test-users.ts';
import { draftTicket } from './draft-ticket.ts';
import { createDice } from './random.ts';

/** A data folder with a desk in it, and who may sign in there. */
export interface SeededDesk {
  readonly dataDir: string;
  readonly file: string;
  readonly ticketCount: number;
  readonly admin: Actor;
  /** Colleagues of one department: each reads all of its queue, and her own tickets. */
  readonly team: readonly Actor[];
}

/** The department that everybody who is measured works in, and its part of the desk. */
const teamDepartment: Department = 'payment';
const teamPart = 0.4;
const teamSize = 50;
const othersPerDepartment = 5;
const queuedPart = 0.08;
const ticketsPerWrite = 250;
const writesPerTidy = 8;

/** Fills a new data folder, through the same writer that the surfaces and sync use. */
export async function seedDesk(dataDir: string, ticketCount: number): Promise<SeededDesk> {
  const file = join(dataDir, 'waypost.sqlite');
  const database = await openDatabase(sqliteDialect(file), (error) => {
    throw error;
  });
  try {
    const services = createServices(database, { signingSecret: loadSigningSecret(dataDir), passwordCost: 4 });
    await database.write((tx) => beginLog(tx, services.mintUid()));
    const admin = await createTestUser(services, { username: 'superadmin', role: 'super_admin' });
    const staff = await createStaff(services);
    await writeTickets(services, staff, ticketCount);
    return { dataDir, file, ticketCount, admin, team: staff[teamDepartment] };
  } finally {
    await database.close();
  }
}

type Staff = Record<Department, readonly Actor[]>;

async function createStaff(services: Services): Promise<Staff> {
  const staff = {} as Staff;
  for (const department of departments) {
    const size = department === teamDepartment ? teamSize : othersPerDepartment;
    const members: Actor[] = [];
    for (let number = 1; number <= size; number += 1) {
      members.push(await createTestUser(services, { username: `${department}${number}`, department }));
    }
    staff[department] = members;
  }
  return staff;
}

async function writeTickets(services: Services, staff: Staff, ticketCount: number): Promise<void> {
  const { database, ticketWriter, mintUid, clock, search } = services;
  const dice = createDice(20_261);
  const others = departments.filter((department) => department !== teamDepartment);
  const now = clock.now();
  for (let written = 0; written < ticketCount; written += ticketsPerWrite) {
    await database.write(async (tx) => {
      for (let next = written; next < Math.min(ticketCount, written + ticketsPerWrite); next += 1) {
        const department = dice.next() < teamPart ? teamDepartment : dice.pick(others);
        const assignee = dice.next() < queuedPart ? null : dice.pick(staff[department]);
        const changes = draftTicket({ dice, mintUid, now, department, assignee });
        await ticketWriter.write(tx, null, changes, { now, origin: 'v1' });
      }
    });
    // As the running node does by itself.
    if ((written / ticketsPerWrite) % writesPerTidy === 0) await search.tidy();
  }
}
