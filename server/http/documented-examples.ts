import adminDashboard from './examples/admin-dashboard.json' with { type: 'json' };
import adminTickets from './examples/admin-tickets.json' with { type: 'json' };
import customerSupport from './examples/customer-support.json' with { type: 'json' };
import incidentManagement from './examples/incident-management.json' with { type: 'json' };
import itSupport from './examples/it-support.json' with { type: 'json' };
import own from './examples/own.json' with { type: 'json' };

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** One documented failure of an endpoint. */
export interface ErrorExample {
  status: number;
  when: string;
  body: Json;
  /** The text stands so in the document; otherwise it is ours, and only the envelope counts. */
  isVerbatim?: boolean;
}

/** One endpoint as its document shows it: what `/docs` shows, and what the tests hold the node to. */
export interface EndpointExample {
  id: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  isPublic: boolean;
  request: Json;
  otherRequests?: readonly Json[];
  status: number;
  answer?: Json;
  /** The document cuts the answer: what it shows is there, and more may be. */
  isPartial?: boolean;
  /** What is answered where that is no JSON, or where the document shows none. */
  described?: string;
  errors: readonly ErrorExample[];
}

export const surfaceNames = [
  'admin-dashboard',
  'customer-support',
  'admin-tickets',
  'incident-management',
  'it-support',
] as const;

export type SurfaceName = (typeof surfaceNames)[number];

/** Every endpoint of the five documents, in their order. */
export const examplesBySurface = {
  'admin-dashboard': adminDashboard,
  'customer-support': customerSupport,
  'admin-tickets': adminTickets,
  'incident-management': incidentManagement,
  'it-support': itSupport,
} as unknown as Readonly<Record<SurfaceName, readonly EndpointExample[]>>;

/** The routes that are in no document, by "METHOD path": a request where one has a body, and what it is answered. */
export const ownExamples: Readonly<Record<string, { request?: Json; answer?: Json }>> = own;
