import { expect, test } from 'vitest';
import { listActions } from '../audit/audit-log.repo.ts';
import { strictPasswordRules } from '../auth/password-rules.ts';
import { createTestDesk } from '../testing/test-desk.ts';

test('what admins do to users is kept with it, and what changes nothing or is refused is not', async () => {
  await using desk = await createTestDesk();
  const { services, users } = desk;
  const { admin, agent, superAdmin } = users;
  const actionsOn = (id: number) => listActions(services.database.db, { type: 'user', id });

  await services.users.update(admin, agent.id, { agentCapacity: 3, fullName: agent.full_name });
  await services.users.update(admin, agent.id, { agentCapacity: 3 });
  await services.users.toggleAvailability(admin, agent.id);
  await services.users.deactivate(superAdmin, agent.id);
  await services.users.activate(superAdmin, agent.id);
  await services.users.update(agent, agent.id, { agentCapacity: 9 });
  await services.users.deactivate(admin, superAdmin.id);

  expect(await actionsOn(superAdmin.id)).toEqual([]);
  expect(await actionsOn(agent.id)).toMatchObject([
    {
      admin_id: admin.id,
      action: 'user_updated',
      metadata: { username: 'agent', changes: { agent_capacity: 3 } },
    },
    { admin_id: admin.id, action: 'agent_availability_changed', metadata: { changes: { is_available: 0 } } },
    { admin_id: superAdmin.id, action: 'user_deactivated', metadata: { changes: { is_active: 0 } } },
    { admin_id: superAdmin.id, action: 'user_activated', metadata: { changes: { is_active: 1 } } },
  ]);
});

test('a new user is kept with who made them, and a password never', async () => {
  await using desk = await createTestDesk();
  const { services, users } = desk;
  const password = 'Correct-Horse-9';
  const outcome = await services.users.createStaff(
    users.admin,
    {
      username: 'new',
      email: 'new@example.org',
      password,
      fullName: 'New',
      role: 'agent',
      department: 'loan',
    },
    strictPasswordRules,
  );
  if (outcome.kind !== 'done') throw new Error('The agent was not made');
  const { id } = outcome.value;
  await services.userAdmin.update(users.admin, id, { password: 'Another-Horse-8' }, strictPasswordRules);

  const actions = await listActions(services.database.db, { type: 'user', id });
  expect(actions).toMatchObject([
    { action: 'user_created', metadata: { username: 'new', role: 'agent', department: 'loan' } },
    { action: 'user_updated', metadata: { username: 'new', changes: { password: 'changed' } } },
  ]);
  expect(JSON.stringify(actions)).not.toContain('Horse');
});
