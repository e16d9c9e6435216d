import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { departments } from './department.ts';
import { isPermitted, ticketAudience, tokensOf, type TicketScope } from './permissions.ts';
import { consoleRules, ticketActions, type RuleSet } from './rule-set.ts';
import { roles, type Actor } from './user.ts';

const actors: fc.Arbitrary<Actor> = fc.record({
  id: fc.integer({ min: 1, max: 4 }),
  username: fc.constant('somebody'),
  full_name: fc.constant('Somebody'),
  role: fc.constantFrom(...roles),
  department: fc.option(fc.constantFrom(...departments)),
  is_active: fc.boolean(),
  is_approved: fc.boolean(),
});

const tickets: fc.Arbitrary<TicketScope> = fc.record({
  category: fc.constantFrom(...departments),
  assignee_ids: fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { maxLength: 3 }),
  requester_id: fc.option(fc.integer({ min: 1, max: 4 })),
});

test('who is sent a ticket is exactly who may view it', () => {
  fc.assert(
    fc.property(actors, tickets, (actor, ticket) => {
      const held = new Set(tokensOf(actor));
      const isSent = ticketAudience(ticket).some((token) => held.has(token));
      expect(isSent).toBe(isPermitted(actor, 'view', ticket, consoleRules));
    }),
    { numRuns: 2_000 },
  );
});

test('whoever is inactive, unapproved or a customer may do nothing', () => {
  fc.assert(
    fc.property(actors, tickets, fc.constantFrom(...ticketActions), (actor, ticket, action) => {
      fc.pre(!actor.is_active || !actor.is_approved || actor.role === 'customer');
      expect(isPermitted(actor, action, ticket, consoleRules)).toBe(false);
    }),
  );
});

const agent: Actor = {
  id: 7,
  username: 'agent',
  full_name: 'An Agent',
  role: 'agent',
  department: 'loan',
  is_active: true,
  is_approved: true,
};

test('under the narrow rules an agent reaches assigned tickets alone, and not what is kept for admins', () => {
  const narrow: RuleSet = { ...consoleRules, agentScope: 'assigned', adminOnly: ['assign'] };
  const queued: TicketScope = { category: 'loan', assignee_ids: [], requester_id: null };
  const own: TicketScope = { category: 'payment', assignee_ids: [3, 7], requester_id: null };
  expect(isPermitted(agent, 'view', queued, consoleRules)).toBe(true);
  expect(isPermitted(agent, 'view', queued, narrow)).toBe(false);
  expect(isPermitted(agent, 'reply', own, narrow)).toBe(true);
  expect(isPermitted(agent, 'assign', own, narrow)).toBe(false);
  expect(isPermitted({ ...agent, role: 'admin' }, 'assign', own, narrow)).toBe(true);
});

test('a customer reaches tickets of their own alone, and only by what the surface leaves to customers', () => {
  const open: RuleSet = { ...consoleRules, customerActions: ['view', 'judge'], customerOnly: ['judge'] };
  const customer: Actor = { ...agent, id: 9, role: 'customer', department: null };
  const own: TicketScope = { category: 'loan', assignee_ids: [7], requester_id: 9 };
  expect(isPermitted(customer, 'view', own, open)).toBe(true);
  expect(isPermitted(customer, 'judge', own, open)).toBe(true);
  expect(isPermitted(customer, 'note', own, open)).toBe(false);
  expect(isPermitted(customer, 'view', { ...own, requester_id: 8 }, open)).toBe(false);
  expect(isPermitted(customer, 'view', { ...own, requester_id: null }, open)).toBe(false);
  expect(isPermitted({ ...agent, role: 'admin' }, 'judge', own, open)).toBe(false);
});

test('ratings are the customer’s, of their own tickets; some rules open every ticket to agents', () => {
  const rules: RuleSet = { ...consoleRules, customerActions: ['rate'], customerOnly: ['rate'] };
  const customer: Actor = { ...agent, id: 9, role: 'customer' };
  const own: TicketScope = { category: 'payment', assignee_ids: [7], requester_id: 9 };
  expect(isPermitted(customer, 'rate', own, rules)).toBe(true);
  expect(isPermitted(customer, 'rate', { ...own, requester_id: 8 }, rules)).toBe(false);
  expect(isPermitted(agent, 'rate', own, rules)).toBe(false);
  expect(isPermitted({ ...agent, role: 'admin' }, 'rate', own, rules)).toBe(false);

  const others: TicketScope = { category: 'payment', assignee_ids: [3], requester_id: null };
  expect(isPermitted(agent, 'assign', others, { ...rules, agentScope: 'all' })).toBe(true);
  expect(
    isPermitted({ ...agent, is_approved: false }, 'assign', others, { ...rules, agentScope: 'all' }),
  ).toBe(false);
});
