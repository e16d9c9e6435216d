import type { z } from 'zod';
import { nodeCall, type CallParts, type NodeCall } from '../node-call.ts';

/** The root of what only admins may ask. The console reaches it with `node.request`; it needs the network. */
const adminRoot = '/api/console/admin';

/** A call of the admin views; its path is below the root. */
export const adminCall: typeof nodeCall = <
  Answer extends z.ZodType,
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
>(
  parts: CallParts<Answer, Params, Query, Body>,
): NodeCall<Answer, Params, Query, Body> => nodeCall({ ...parts, path: adminRoot + parts.path });
