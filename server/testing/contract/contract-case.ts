import type { TestAnswer } from '../test-asker.ts';
import type { ContractDesk } from './contract-desk.ts';
import type { Json } from '../../http/documented-examples.ts';

/** What is sent in place of the documented example's open ends. */
export interface ContractRequest {
  /** The username to sign in as; nobody when left out. */
  as?: string;
  /** What stands in the path's braces. */
  params?: Readonly<Record<string, string | number>>;
  query?: string;
  /** Left out for the documented body, or none. */
  body?: Json;
  headers?: Readonly<Record<string, string>>;
}

export type Requester = (desk: ContractDesk, documented: Json) => ContractRequest | Promise<ContractRequest>;

/** How one documented endpoint is asked. */
export interface ContractCase {
  /** A request that is answered as documented. */
  ask: Requester;
  /**
   * Requests for the documented errors, in their order, apart from those that every endpoint has in common: who is
   * signed out (401), what is not there (404), what nobody foresaw (500). What is left out is as in `ask`.
   */
  errors?: readonly Requester[];
  /** Numbers with a fraction. */
  fractions?: readonly string[];
  /** Keys that the example shows and that may be null. */
  nullable?: readonly string[];
  /** The answer has more keys than the example, as the contract says. */
  isPartial?: boolean;
  /** Checks an answer of which the document shows no example. */
  check?: (answer: TestAnswer) => void;
}

export type ContractCases = Readonly<Record<string, ContractCase>>;

/** The documented body with some fields in place of others. */
export function withFields(documented: Json, fields: { readonly [key: string]: Json }): Json {
  return { ...(documented as { readonly [key: string]: Json }), ...fields };
}

/** The same request by somebody else. */
export const by =
  (as: string): Requester =>
  () => ({ as });
