import type { TestIncident } from './test-incident.ts';

/** The parts of an incident-management ticket that tests look at. */
export interface IncidentTicket {
  id: number;
  status: string;
  priority: string;
  assigned_to: number[];
  response_due_at: string;
  resolution_due_at: string | null;
  response_breached: boolean;
  resolution_breached: boolean;
  opened_at: string | null;
  started_at: string | null;
  resolved_at: string | null;
  closed_at: string | null;
  attachments: { id: number; file_data: string }[];
  history: { id: number; status_from: string; status_to: string; comment: string; changed_by_name: string }[];
}

export const incidentDraft = {
  project_name: 'Website Redesign',
  title: 'Contact form not sending emails',
  description: 'Nobody receives confirmation emails',
  priority: 'MEDIUM',
  category: 'BUG',
};

/** Opens a ticket as the customer. */
export async function openIncident(desk: TestIncident, fields: object = {}): Promise<number> {
  const body = { ...incidentDraft, ...fields };
  const made = await desk.ask('POST', '/api/tickets/', { as: 'customer', body });
  return (made.body as IncidentTicket).id;
}

const stepsTo = { OPENED: 1, IN_PROGRESS: 2, RESOLVED: 3, CLOSED: 4 };

/** A ticket of the customer with the agent on it, taken along the workflow; a second lies between the steps. */
export async function incidentAt(desk: TestIncident, status: keyof typeof stepsTo): Promise<number> {
  const id = await openIncident(desk);
  const { agent } = desk.node.users;
  await act(desk, id, 'assign', 'admin', { assigned_to: [agent.id] });
  const steps = [
    ['open_ticket', 'admin'],
    ['start_work', 'agent'],
    ['finish_work', 'agent'],
    ['approve', 'customer'],
  ] as const;
  for (const [name, as] of steps.slice(0, stepsTo[status])) {
    desk.node.clock.advance(1000);
    await act(desk, id, name, as);
  }
  return id;
}

/** Takes one action on a ticket and answers what came of it. */
export async function act(desk: TestIncident, id: number, name: string, as: string, body: object = {}) {
  return desk.ask('POST', `/api/tickets/${id}/${name}/`, { as, body });
}

export async function readIncident(desk: TestIncident, id: number, as = 'admin'): Promise<IncidentTicket> {
  return (await desk.ask('GET', `/api/tickets/${id}/`, { as })).body as IncidentTicket;
}
