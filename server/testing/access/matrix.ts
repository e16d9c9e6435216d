import { adminTicketsAccess } from './admin-tickets.ts';
import type { Expectation } from './askers.ts';
import { consoleAdminAccess } from './console-admin.ts';
import { customerSupportAccess } from './customer-support.ts';
import { incidentManagementAccess } from './incident-management.ts';
import { itSupportAccess } from './it-support.ts';
import { ownAccess } from './own.ts';
import { v1Access } from './v1.ts';

/** Every route of the node. */
export const matrix: readonly Expectation[] = [
  ...v1Access,
  ...customerSupportAccess,
  ...adminTicketsAccess,
  ...incidentManagementAccess,
  ...itSupportAccess,
  ...ownAccess,
  ...consoleAdminAccess,
];
