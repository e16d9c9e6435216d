import { DeskError } from '../protocol/errors.ts';
import {
  nodeAnswerMaxLength,
  nodeRequestMaxLength,
  type NodeAnswer,
  type NodeRequest,
} from '../protocol/node-request.ts';
import type { PlainAnswer, Transport } from './host.ts';
import { askWithToken, type TokenHolder } from './with-token.ts';

/** The road and the token that a request takes. */
export interface AskNodeDeps {
  transport: Pick<Transport, 'request'>;
  session: TokenHolder;
}

/**
 * Asks the node over HTTP with the session's token, renewed once when the node no longer takes it. What the node answers
 * is the value, whatever its status.
 * @throws DeskError `unavailable` when it cannot be reached, `signed_out` when the session is over, `too_large` when the
 * question or the answer is beyond the limits of the contract.
 */
export async function askNode({ transport, session }: AskNodeDeps, asked: NodeRequest): Promise<NodeAnswer> {
  const body = asked.body === undefined ? null : JSON.stringify(asked.body);
  if (body !== null && body.length > nodeRequestMaxLength) {
    throw new DeskError('too_large', 'That is more than the node takes at once');
  }
  const target = asked.path + queryOf(asked);
  return readAnswer(
    await askWithToken(session, (token) => transport.request(token, { method: asked.method, target, body })),
  );
}

function queryOf({ query = {} }: NodeRequest): string {
  const pairs = Object.entries(query).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
  );
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

const readAnswer = (answer: PlainAnswer): NodeAnswer => ({
  status: answer.status,
  body: readBody(answer),
});

function readBody({ contentType, body }: PlainAnswer): NodeAnswer['body'] {
  if (body.length > nodeAnswerMaxLength) {
    throw new DeskError('too_large', 'The answer is too large to be shown');
  }
  if (body === '') return null;
  if (!/^application\/(?:[a-z.+-]+\+)?json\b/i.test(contentType)) return body;
  try {
    return JSON.parse(body) as NodeAnswer['body'];
  } catch (cause) {
    throw new DeskError('unavailable', 'The node answered in a way that this console does not understand', {
      cause,
    });
  }
}
