import type { App } from './app.ts';

const self = "'self'";
const none = "'none'";

/** The console: its own scripts, its own workers (SQLite in WebAssembly), and its own node to talk to. */
function consolePolicy(connectTo: readonly string[]): string {
  const directives: Record<string, readonly string[]> = {
    'default-src': [none],
    'script-src': [self, "'wasm-unsafe-eval'"],
    // The component library positions its floating parts with inline styles.
    'style-src': [self, "'unsafe-inline'"],
    // Previews of attachments, and what a customer's letter shows from elsewhere, once its reader asked for it.
    'img-src': [self, 'data:', 'blob:', 'https:'],
    'font-src': [self],
    'connect-src': [self, ...connectTo],
    'worker-src': [self],
    'manifest-src': [self],
    'object-src': [none],
    'base-uri': [none],
    'form-action': [self],
    'frame-ancestors': [none],
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}

/** Not every browser takes 'self' to include web sockets, so the address that was asked for is spelled out. */
function socketsOf(host: string | undefined): string[] {
  return host !== undefined && /^[\w.-]+(:\d+)?$|^\[[\da-f:.]+\](:\d+)?$/i.test(host)
    ? [`ws://${host}`, `wss://${host}`]
    : [];
}

/** Sets on every answer what keeps a browser from doing more with it than it was sent for. */
export function addSecurityHeaders(app: App): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.headers({
      'content-security-policy': consolePolicy(socketsOf(request.headers.host)),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
  });
}
