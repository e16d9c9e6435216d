import type { Actor } from '#shared/model/user.ts';
import { chooseCategory } from '../tickets/category-columns.ts';
import type { Dice } from './dice.ts';
import { drawAge, StepWriter, weightByPlot, type Plot } from './plan-steps.ts';
import type { Step, TicketPlan } from './plan.ts';
import type { Story, StoryBook, Turn } from './story.ts';

const hourMs = 3_600_000;

export interface DemoCast {
  admins: readonly Actor[];
  agents: readonly Actor[];
  customers: readonly TicketPlan['customer'][];
}

/** Makes up one ticket and everything that has happened to it by now. */
export function planTicket(
  book: StoryBook,
  story: Story,
  cast: DemoCast,
  now: number,
  dice: Dice,
): TicketPlan {
  const plot: Plot = dice.pickWeighted(weightByPlot);
  const createdAt = Math.floor(now - drawAge(plot, dice));
  const { category } = chooseCategory(null, book.vocabulary, story.category);
  const department = cast.agents.filter((agent) => agent.department === category);
  const agent = dice.pick(department);
  const customer = dice.pick(cast.customers);
  const fill = createFiller(customer, agent, createdAt, dice);
  const turns = story.turns.map(([who, text]): Turn => [who, fill(text)]);
  const people = { admin: dice.pick(cast.admins), agent, colleague: dice.pick(department) };
  const steps = new StepWriter({ plot, turns, priority: story.priority, createdAt }, people, dice).write();
  const due = planDueTimes(book, story, createdAt, dice);
  return {
    origin: book.origin,
    vocabulary: book.vocabulary,
    word: story.category,
    category,
    priority: story.priority,
    source: dice.pick(book.sources),
    subject: fill(dice.pick(story.subjects)),
    description: fill(dice.pick(story.openings)),
    tags: dice.chance(0.7) ? story.tags : [],
    customer,
    projectName: book.projects.length === 0 ? null : dice.pick(book.projects),
    deliveryId: book.origin === 'customer-support' ? `DLV-${dice.whole(100_000, 999_999)}` : null,
    steps: [...steps.slice(0, 1), ...due, ...steps.slice(1)].filter(({ at }) => at <= now),
  };
}

/** Incidents often have a date to be solved by; plain questions sometimes have no due time at all. */
function planDueTimes(book: StoryBook, story: Story, createdAt: number, dice: Dice): Step[] {
  const at = createdAt + 30_000;
  if (book.origin === 'incident-management' && dice.chance(0.5)) {
    return [{ kind: 'due', at, resolution_due_at: createdAt + dice.whole(6, 120) * hourMs }];
  }
  return story.tags.includes('question') && dice.chance(0.4)
    ? [{ kind: 'due', at, response_due_at: null }]
    : [];
}

const dayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** Fills the blanks of one ticket's texts, each with the same word throughout. */
function createFiller(
  customer: Actor,
  agent: Actor,
  createdAt: number,
  dice: Dice,
): (text: string) => string {
  const firstNameOf = ({ full_name }: Actor): string => full_name.split(' ', 1)[0] ?? full_name;
  const earlier = new Date(createdAt - dice.whole(1, 4) * 24 * hourMs);
  const wordByBlank: Record<string, string> = {
    order: String(dice.whole(10_400, 98_700)),
    amount: `${dice.whole(18, 940)}.${dice.pick(['00', '50', '90', '95'])}`,
    code: `${dice.pick(['RX', 'KD', 'VN', 'TB'])}-${dice.whole(1_000, 9_999)}`,
    day: dayNames[earlier.getUTCDay()] ?? 'Monday',
    customer: firstNameOf(customer),
    agent: firstNameOf(agent),
  };
  return (text) => text.replaceAll(/\{(\w+)\}/g, (blank, name: string) => wordByBlank[name] ?? blank);
}
