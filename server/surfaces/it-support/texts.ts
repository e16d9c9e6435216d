/** "Error Responses", and our own where the document has none. */
export const texts = {
  signedOut: 'Could not validate credentials',
  forbidden: 'Not enough permissions',
  notFound: 'Resource not found',
  internal: 'Internal server error',
  tooManyRequests: 'Too many requests. Please try again later.',
} as const;

export const accessTexts = { signedOut: texts.signedOut, adminsOnly: texts.forbidden };
