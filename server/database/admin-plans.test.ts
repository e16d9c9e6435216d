import { expect, test } from 'vitest';
import { auditQuery } from '../audit/audit-page.repo.ts';
import { planOf } from '../testing/plan-of.ts';
import { createTestDesk } from '../testing/test-desk.ts';
import { assignmentsQuery } from '../assignment/assignment-history.repo.ts';
import { openTicketsQuery } from '../assignment/hand-over.repo.ts';
import { queueQuery } from '../assignment/queue.repo.ts';

test('what admins page through is found by an index and never read from end to end', async () => {
  await using desk = await createTestDesk();
  const { db } = desk.services.database;
  const queries = {
    queue: queueQuery(db, 100),
    handOver: openTicketsQuery(db, 1, 20),
    assignments: assignmentsQuery(db, { isAutomatic: null, after: 9 }, 50),
    audit: auditQuery(db, {}, 9, 50),
    auditOfAction: auditQuery(db, { action: 'user_updated' }, 9, 50),
    auditOfAdmin: auditQuery(db, { adminId: 1 }, null, 50),
    auditOfTarget: auditQuery(db, { targetType: 'user', targetId: '1' }, null, 50),
  };
  const firstStep = Object.fromEntries(
    Object.entries(queries).map(([name, query]) => [name, planOf(desk, query.compile())[0]]),
  );
  expect(firstStep).toEqual({
    queue: 'SEARCH ticket USING INDEX ticket_assignee_status (assignee_id=? AND status=?)',
    handOver: 'SEARCH ticket USING INDEX ticket_assignee_status (assignee_id=? AND status=?)',
    assignments: 'SEARCH activity USING INDEX activity_assignment (id<?)',
    audit: 'SEARCH audit_log USING INTEGER PRIMARY KEY (rowid<?)',
    auditOfAction: 'SEARCH audit_log USING INDEX audit_log_action (action=? AND id<?)',
    auditOfAdmin: 'SEARCH audit_log USING INDEX audit_log_admin (admin_id=?)',
    auditOfTarget: 'SEARCH audit_log USING INDEX audit_log_target (target_type=? AND target_id=?)',
  });
  // Only the queue, which is short, is sorted.
  for (const [name, query] of Object.entries(queries)) {
    const isSorted = planOf(desk, query.compile()).some((step) => step.includes('TEMP B-TREE'));
    expect([name, isSorted]).toEqual([name, name === 'queue']);
  }
});
