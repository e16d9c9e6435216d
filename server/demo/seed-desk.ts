import { roles, type Actor, type Role } from '#shared/model/user.ts';
import { Passwords } from '../auth/passwords.ts';
import type { Tx } from '../database/handles.ts';
import { createServices, systemClock, systemRandom, type Services } from '../services.ts';
import { generatePassword } from '../process/generate-password.ts';
import { nameFromFull } from '../users/person-name.ts';
import { countUsers } from '../users/user.repo.ts';
import { seedChats } from './chats.ts';
import { Dice } from './dice.ts';
import { draftCustomers, draftStaff, type DemoPerson } from './people.ts';
import { planTicket, type DemoCast } from './plan-ticket.ts';
import { PlanPlayer } from './play-plan.ts';
import { deliveries } from './stories/deliveries.ts';
import { pretendDelivered } from './pretend-delivered.repo.ts';
import { incidents } from './stories/incidents.ts';
import { itSupport } from './stories/it-support.ts';
import { payments } from './stories/payments.ts';
import { photoStudio } from './stories/photo-studio.ts';

const seed = 20_251_123;
const ticketCount = 300;
const hiredBeforeMs = 60 * 24 * 3_600_000;
/** The first desk is the busiest. */
const books = [payments, incidents, deliveries, itSupport, payments, photoStudio, itSupport];

export interface DemoSignIns {
  admins: readonly string[];
  agents: readonly string[];
  /** The same for all of the demo's staff. */
  password: string;
}

/**
 * Fills an empty desk with made-up people and a month of their tickets, all in one transaction. The same each time,
 * seen from now. Answers null, and does nothing, when somebody works here already.
 */
export async function seedDesk(
  { database, ticketReads }: Services,
  now = systemClock.now(),
): Promise<DemoSignIns | null> {
  const users = await countUsers(database.db, { roles });
  const { tickets } = await ticketReads.list({}, { limit: 1, offset: 0 });
  if (users > 1 || tickets.length > 0) return null;

  const password = generatePassword(systemRandom);
  const passwordHash = await new Passwords().hash(password);
  const dice = new Dice(seed);
  let playedAt = now - hiredBeforeMs;
  const services = createServices(database, {
    signingSecret: 'signs nothing',
    clock: { now: () => playedAt },
    random: dice.bytes,
  });
  await database.write(async (tx) => {
    const cast = await hire(tx, services, dice, passwordHash);
    const plans = Array.from({ length: ticketCount }, (_, index) => {
      const book = books[index % books.length] ?? payments;
      return planTicket(book, dice.pick(book.stories), cast, now, dice);
    });
    const steps = plans
      .flatMap((plan) => {
        const player = new PlanPlayer(tx, services, plan);
        return plan.steps.map((step, order) => ({ player, step, order }));
      })
      .toSorted((one, other) => one.step.at - other.step.at || one.order - other.order);
    for (const { player, step } of steps) {
      playedAt = step.at;
      await player.play(step);
    }
    await pretendDelivered(tx);
    const tickets = [...new Set(steps.map(({ player }) => player))].flatMap(({ opened }) => opened ?? []);
    await seedChats(tx, { customers: cast.customers, tickets, mintUid: services.mintUid }, now, dice);
  });
  const namesOf = (role: Role): string[] =>
    draftStaff().flatMap((person) => (person.role === role ? [person.username] : []));
  return { admins: namesOf('admin'), agents: namesOf('agent'), password };
}

async function hire(tx: Tx, services: Services, dice: Dice, passwordHash: string): Promise<DemoCast> {
  const staff: Actor[] = [];
  for (const person of draftStaff()) staff.push(await insertPerson(tx, services, person, passwordHash));
  const customers: DemoCast['customers'][number][] = [];
  for (const person of draftCustomers(dice)) {
    const { email, phoneNumber } = person;
    customers.push({ ...(await insertPerson(tx, services, person, null)), email, phoneNumber });
  }
  return {
    admins: staff.filter(({ role }) => role === 'admin'),
    agents: staff.filter(({ role }) => role === 'agent'),
    customers,
  };
}

async function insertPerson(
  tx: Tx,
  { userWriter, mintUid, clock }: Services,
  { username, fullName, email, role, department, isAvailable, phoneNumber }: DemoPerson,
  password_hash: string | null,
): Promise<Actor> {
  const user = {
    uid: mintUid(),
    username,
    email,
    password_hash,
    ...nameFromFull(fullName),
    role,
    is_active: 1,
    is_approved: 1,
    is_available: isAvailable ? 1 : 0,
    agent_capacity: 15,
    department,
    phone_number: phoneNumber,
    whatsapp_number: phoneNumber,
  };
  const { id, full_name } = await userWriter.insert(tx, user, clock.now());
  return { id, username, full_name, role, department, is_active: true, is_approved: true };
}
