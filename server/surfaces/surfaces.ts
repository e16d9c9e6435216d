import type { Surface } from '../http/app.ts';
import { adminTickets } from './admin-tickets/admin-tickets.ts';
import { consoleAdmin } from './console/admin/admin.ts';
import { consoleMacroUses } from './console/macro-uses.ts';
import { consoleAvailability } from './console/own-availability.ts';
import { consoleSession } from './console/session.ts';
import { consoleUploads } from './console/uploads.ts';
import { consoleSync } from './console/sync.ts';
import { consoleTicketLeases } from './console/ticket-leases.ts';
import { customerSupport } from './customer-support/customer-support.ts';
import { inbound } from './inbound/inbound.ts';
import { incidentManagement } from './incident-management/incident-management.ts';
import { itSupport } from './it-support/it-support.ts';
import { apiDocs } from './ops/api-docs.ts';
import { consoleFiles } from './ops/console-files.ts';
import { health } from './ops/health.ts';
import { v1 } from './v1/v1.ts';

/** Everything that the node answers over HTTP, each in a scope of its own. */
export const surfaces: readonly Surface[] = [
  health,
  v1,
  customerSupport,
  incidentManagement,
  adminTickets,
  itSupport,
  inbound,
  consoleSession,
  consoleSync,
  consoleUploads,
  consoleAdmin,
  consoleAvailability,
  consoleMacroUses,
  consoleTicketLeases,
  apiDocs,
  consoleFiles,
];
