import type { IpcRenderer, IpcRendererEvent } from 'electron';
import { callChannel, eventChannel, listeningChannel, type BridgeGroup } from '../ipc/channels.ts';
import type { BridgeNames } from '../ipc/bridge-names.ts';

type Ipc = Pick<IpcRenderer, 'invoke' | 'on' | 'off' | 'send'>;

/** One group's `call` and `on`, for its own names and no others. */
export interface BridgeEndpoint {
  call(name: string, args: unknown): Promise<unknown>;
  on(name: string, listener: (data: unknown) => void): () => void;
}

/** Hands out plain functions only: never ipcRenderer, never its events. */
export function createEndpoint(
  ipc: Ipc,
  group: BridgeGroup,
  names: BridgeNames[BridgeGroup],
): BridgeEndpoint {
  const channelByCall = new Map<string, string>();
  for (const name of names.calls) channelByCall.set(name, callChannel(group, name));
  const channelByEvent = new Map<string, string>();
  for (const name of names.events) channelByEvent.set(name, eventChannel(group, name));

  return {
    async call(name, args) {
      const channel = channelByCall.get(name);
      if (channel === undefined) return failed('unsupported', 'There is no such call.');
      try {
        return (await ipc.invoke(channel, args)) as unknown;
      } catch {
        return failed('unavailable', 'The app does not answer.');
      }
    },
    on(name, listener) {
      const channel = channelByEvent.get(name);
      if (channel === undefined || typeof listener !== 'function') return () => {};
      const forward = (_event: IpcRendererEvent, data: unknown): void => listener(data);
      ipc.on(channel, forward);
      ipc.send(listeningChannel, group, name);
      return () => {
        ipc.off(channel, forward);
      };
    },
  };
}

function failed(kind: 'unsupported' | 'unavailable', message: string): unknown {
  return { ok: false, error: { kind, message } };
}
