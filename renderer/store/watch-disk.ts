import type { ConsoleBridge, ConsoleCall } from '#shared/protocol/ipc.ts';

/** Calls that are answered once something is on the disk. */
const writingCalls: readonly ConsoleCall[] = ['mutate', 'drafts.save', 'attachments.add'];

/**
 * The same bridge, and whether the console's disk has room: it is full once any call says so, and has room again once
 * something was kept.
 */
export function watchDisk(bridge: ConsoleBridge, onDisk: (isFull: boolean) => void): ConsoleBridge {
  return {
    ...bridge,
    call: async (name, args) => {
      const result = await bridge.call(name, args);
      if (!result.ok && result.error.data?.['code'] === 'disk_full') onDisk(true);
      else if (result.ok && writingCalls.includes(name)) onDisk(false);
      return result;
    },
  };
}
