/** The name under which Playwright offers the page a road to the stand-in. The page's own scripts never see it. */
export const bindingName = '__waypostStandIn';

/** What the page's side of the stand-in says; travels as JSON. */
export type PageMessage =
  | { kind: 'hello' }
  | { kind: 'title'; title: string }
  | { kind: 'invoke'; channel: string; args: unknown[] }
  | { kind: 'send'; channel: string; args: unknown[] }
  /** Answered with the next events, once there are any. */
  | { kind: 'events' };

export interface PreloadInputs {
  readonly source: string;
  readonly argv: readonly string[];
}

/**
 * The script that runs before any of the page's own, in every frame: it hides the binding, and in the main frame of one
 * of the app's pages runs the preload with a `require` that knows `electron` alone, as the sandbox does.
 */
export function createPageScript({ source, argv }: PreloadInputs): string {
  const preload = `function (require, exports, module, process) {\n${source}\n}`;
  return `(${runInPage.toString()})(${JSON.stringify({ bindingName, argv })}, ${preload});`;
}

type Binding = (message: string) => Promise<string>;
type Preload = (require: unknown, exports: object, module: object, process: object) => void;
type Listener = (event: object, ...args: unknown[]) => void;

/** Runs in the page: it may use nothing from this file. */
function runInPage(inputs: { bindingName: string; argv: string[] }, preload: Preload): void {
  const page = globalThis as unknown as Record<string, unknown> & {
    location: { protocol: string };
    top: unknown;
    document: { title: string; head: object; addEventListener: (name: string, listener: () => void) => void };
    MutationObserver: new (listener: () => void) => { observe: (target: object, options: object) => void };
  };
  const binding = page[inputs.bindingName] as Binding;
  delete page[inputs.bindingName];
  if (page.top !== globalThis || page.location.protocol !== 'https:') return;

  const listenersByChannel = new Map<string, Set<Listener>>();
  const ask = async (message: object): Promise<unknown> => {
    const answer = JSON.parse(await binding(JSON.stringify(message))) as { value?: unknown; error?: string };
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer.value;
  };
  const listeners = (channel: string): Set<Listener> => {
    const known = listenersByChannel.get(channel) ?? new Set();
    listenersByChannel.set(channel, known);
    return known;
  };
  const refuseUnknown = <Known extends object>(name: string, known: Known): Known =>
    new Proxy(known, {
      get(target, property) {
        if (!(property in target))
          throw new Error(`The stand-in does not implement ${name}.${String(property)}`);
        return Reflect.get(target, property) as unknown;
      },
    });

  const ipcRenderer = refuseUnknown('ipcRenderer', {
    invoke: (channel: string, ...args: unknown[]) => ask({ kind: 'invoke', channel, args }),
    send: (channel: string, ...args: unknown[]) => void ask({ kind: 'send', channel, args }),
    on: (channel: string, listener: Listener) => void listeners(channel).add(listener),
    off: (channel: string, listener: Listener) => void listeners(channel).delete(listener),
  });

  /** What crosses the bridge is copied, and functions are wrapped: nothing is shared between the two sides. */
  const cross = (value: unknown): unknown => {
    if (typeof value === 'function') {
      return (...args: unknown[]) => cross((value as (...args: unknown[]) => unknown)(...args.map(cross)));
    }
    if (value instanceof Promise) return value.then(cross);
    if (Array.isArray(value)) return value.map(cross);
    if (typeof value !== 'object' || value === null) return value;
    return Object.freeze(
      Object.fromEntries(Object.entries(value).map(([name, part]) => [name, cross(part)])),
    );
  };
  const contextBridge = refuseUnknown('contextBridge', {
    exposeInMainWorld: (name: string, api: object) => {
      if (name in page) throw new Error(`Cannot bind an API on top of an existing property: ${name}`);
      Object.defineProperty(page, name, { value: cross(api), enumerable: true });
    },
  });

  const deliverEvents = async (): Promise<void> => {
    for (;;) {
      const events = (await ask({ kind: 'events' })) as [string, ...unknown[]][];
      for (const [channel, ...args] of events) {
        for (const listener of listeners(channel)) listener({}, ...args);
      }
    }
  };

  const requireInSandbox = (name: string): object => {
    if (name === 'electron') return refuseUnknown('electron', { contextBridge, ipcRenderer });
    throw new Error(`module not found: ${name}`);
  };
  const tellTitle = (): void => void ask({ kind: 'title', title: page.document.title });
  const followTitle = (): void => {
    tellTitle();
    new page.MutationObserver(tellTitle).observe(page.document.head, {
      childList: true,
      subtree: true,
      characterData: true,
    });
  };
  page.document.addEventListener('DOMContentLoaded', followTitle);
  void ask({ kind: 'hello' }).then(deliverEvents);
  const module = { exports: {} };
  preload(requireInSandbox, module.exports, module, {
    argv: inputs.argv,
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
  });
}
