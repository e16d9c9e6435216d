import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseAgent, type Candidate } from './choose-agent.ts';

const candidates = fc
  .array(
    fc.record({
      active: fc.nat(12),
      capacity: fc.integer({ min: 1, max: 10 }),
      lastAssignedAt: fc.option(fc.nat(5), { nil: null }),
    }),
    { maxLength: 8 },
  )
  .map((agents) =>
    agents.map((agent, index): Candidate => ({ ...agent, id: index + 1, username: `a${index}` })),
  );

const share = ({ active, capacity }: Candidate): number => active / capacity;
const wait = ({ lastAssignedAt }: Candidate): number => lastAssignedAt ?? -1;

test('the choice is under capacity, has the lowest share in use, and among equals has waited longest', () => {
  fc.assert(
    fc.property(candidates, (agents) => {
      const chosen = chooseAgent(agents);
      const able = agents.filter(({ active, capacity }) => active < capacity);
      if (chosen === null) return able.length === 0;
      return able.every(
        (other) =>
          share(chosen) < share(other) ||
          (share(chosen) === share(other) && wait(chosen) < wait(other)) ||
          (share(chosen) === share(other) && wait(chosen) === wait(other) && chosen.id <= other.id),
      );
    }),
  );
});

test('the choice does not depend on the order in which the agents are looked at', () => {
  fc.assert(
    fc.property(candidates, fc.infiniteStream(fc.nat()), (agents, dice) => {
      const shuffled = agents
        .map((agent) => ({ agent, at: dice.next().value }))
        .toSorted((a, b) => a.at - b.at)
        .map(({ agent }) => agent);
      expect(chooseAgent(shuffled)).toEqual(chooseAgent(agents));
    }),
  );
});

test('tickets given one by one leave nobody above capacity and the shares as even as they can be', () => {
  fc.assert(
    fc.property(candidates, fc.nat(40), (agents, tickets) => {
      const desks = agents.map((agent) => ({ ...agent, active: 0 }));
      for (let at = 10; at < 10 + tickets; at += 1) {
        const chosen = chooseAgent(desks);
        if (chosen === null) break;
        // Nobody who could take it would have had less to do for their capacity.
        expect(desks.filter((each) => each.active < each.capacity && share(each) < share(chosen))).toEqual(
          [],
        );
        Object.assign(desks.find(({ id }) => id === chosen.id) ?? {}, {
          active: chosen.active + 1,
          lastAssignedAt: at,
        });
      }
      const given = desks.reduce((sum, { active }) => sum + active, 0);
      const room = desks.reduce((sum, { capacity }) => sum + capacity, 0);
      expect(given).toBe(Math.min(tickets, room));
      expect(desks.every(({ active, capacity }) => active <= capacity)).toBe(true);
    }),
  );
});
