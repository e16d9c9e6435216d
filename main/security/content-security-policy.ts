const self = "'self'";
const none = "'none'";

/**
 * The page reaches nothing: no network, no frames, no workers, no inline scripts. Everything it shows comes through the
 * bridge, images in customers' letters apart. Inline styles are allowed because the component library positions its floating parts with them.
 */
const directives: Readonly<Record<string, readonly string[]>> = {
  'default-src': [none],
  'script-src': [self],
  'style-src': [self, "'unsafe-inline'"],
  // Previews of attachments, and what a customer's letter shows from elsewhere, once its reader asked for it.
  'img-src': [self, 'data:', 'blob:', 'https:'],
  'font-src': [self],
  'connect-src': [none],
  'worker-src': [none],
  'object-src': [none],
  'base-uri': [none],
  'form-action': [none],
  'frame-ancestors': [none],
};

export const contentSecurityPolicy = Object.entries(directives)
  .map(([name, sources]) => `${name} ${sources.join(' ')}`)
  .join('; ');
