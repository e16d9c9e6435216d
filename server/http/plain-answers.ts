/** An answer that no schema of its route describes: no JSON, or nothing at all. */
interface PlainAnswer {
  status: number;
  /** What comes. */
  text: string;
  /** An example of each type that it may have; none when the body is empty. */
  exampleByType?: Readonly<Record<string, unknown>>;
}

const file: PlainAnswer = {
  status: 200,
  text: 'The file, always to be saved',
  exampleByType: { 'application/pdf': '%PDF-1.7 …' },
};
const page: PlainAnswer = {
  status: 200,
  text: 'A page for people',
  exampleByType: { 'text/html': '<!doctype html>…' },
};

const answers: Readonly<Record<string, PlainAnswer>> = {
  'GET /api/v1/tickets/export': {
    status: 200,
    text: 'Every ticket that is found, one in a line',
    exampleByType: {
      'text/csv': 'id,ticket_id,ticket_number,subject,…\r\n1,TKT2K9F3,TKT-2026-001,Payment issue,…\r\n',
      'application/json': [{ id: 1, ticket_id: 'TKT2K9F3', subject: 'Payment issue', status: 'open' }],
    },
  },
  'GET /api/v1/tickets/{ticket_id}/attachments/{attachment_id}': file,
  'GET /api/tickets/{id}/attachments/{attachment_id}/': file,
  'DELETE /api/users/{id}/': { status: 204, text: 'The user is gone' },
  'GET /api/inbound/whatsapp': {
    status: 200,
    text: 'The challenge that was sent',
    exampleByType: { 'text/plain': '1158201444' },
  },
  'GET /ws': { status: 101, text: 'Frames of the form {"type", "data", "timestamp"} follow' },
  'GET /docs': page,
  'GET /redoc': page,
};

/** Such an answer of the route ("GET /docs"), as the description wants it. */
export function plainAnswerOf(key: string): Record<string, unknown> {
  const answer = answers[key];
  if (answer === undefined) return {};
  const { status, text, exampleByType = {} } = answer;
  const content = Object.fromEntries(
    Object.entries(exampleByType).map(([type, example]) => [
      type,
      { schema: { type: typeof example === 'string' ? 'string' : 'array' }, example },
    ]),
  );
  const isEmpty = Object.keys(content).length === 0;
  return {
    [status]: {
      'x-response-description': text,
      description: text,
      ...(isEmpty ? { type: 'null' } : { content }),
    },
  };
}
