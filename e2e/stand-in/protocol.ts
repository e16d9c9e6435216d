import type { CustomScheme, Protocol } from 'electron';
import { standInApp } from './electron-app.ts';

type Handler = (request: Request) => Response | Promise<Response>;

const privilegedSchemes = new Set<string>();
const handlerByScheme = new Map<string, Handler>();

export const protocol = {
  registerSchemesAsPrivileged(schemes: CustomScheme[]): void {
    if (standInApp.isReady()) throw new Error('Schemes have to be registered before `ready`');
    for (const { scheme, privileges } of schemes) {
      if (privileges?.bypassCSP === true) throw new Error(`The scheme ${scheme} may not bypass the CSP`);
      privilegedSchemes.add(scheme);
    }
  },

  handle(scheme: string, handler: Handler): void {
    if (!privilegedSchemes.has(scheme)) throw new Error(`The scheme ${scheme} was not registered in time`);
    handlerByScheme.set(scheme, handler);
  },
} satisfies Pick<Protocol, 'registerSchemesAsPrivileged' | 'handle'>;

export const handledSchemes: ReadonlySet<string> = privilegedSchemes;

/** Asks the app's own handler; undefined when the address is of no scheme of the app. */
export async function answerRequest(request: Request): Promise<Response | undefined> {
  const scheme = new URL(request.url).protocol.slice(0, -1);
  return handlerByScheme.get(scheme)?.(request);
}
