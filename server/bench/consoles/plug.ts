import type { Transport, TransportListener } from '#shared/replica/host.ts';

const pulled = { ok: false, error: { kind: 'unavailable', message: 'The plug is pulled' } } as const;

/** The real transport with a plug in its line: pulled, the connection ends and none can be opened. */
export interface Plug {
  readonly transport: Transport;
  pull: () => void;
  put: () => void;
  /** Calls `work` for each connection that was accepted. */
  onOpened: (work: () => void) => void;
  /** Calls `work` for each push that was answered. */
  onPushed: (work: () => void) => void;
}

export function createPlug(inner: Transport, isPulled: boolean): Plug {
  let isOut = isPulled;
  let wasOpened: () => void = () => {};
  let wasPushed: () => void = () => {};
  const open = async (token: string, listener: TransportListener) => {
    if (isOut) return pulled;
    const opened = await inner.open(token, listener);
    if (opened.ok) wasOpened();
    return opened;
  };
  return {
    transport: {
      ...inner,
      open,
      push: async (payload) => {
        const answer = await inner.push(payload);
        wasPushed();
        // The node has decided, and its word is lost on the way.
        return isOut ? pulled : answer;
      },
      snapshot: async (...place) => (isOut ? pulled : inner.snapshot(...place)),
    },
    pull: () => {
      isOut = true;
      inner.close();
    },
    put: () => {
      isOut = false;
    },
    onOpened: (work) => {
      wasOpened = work;
    },
    onPushed: (work) => {
      wasPushed = work;
    },
  };
}
