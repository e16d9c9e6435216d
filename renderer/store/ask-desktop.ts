import type { DesktopArgs, DesktopCall } from '#shared/protocol/desktop-ipc.ts';
import type { ConsoleBridge } from '#shared/protocol/ipc.ts';
import type { Result } from '#shared/protocol/result.ts';
import type { ConsoleState } from './console-state.ts';

/** Asks the desktop app; undefined in a browser. */
export function askDesktop<Call extends DesktopCall>(
  bridge: ConsoleBridge,
  name: Call,
  args: DesktopArgs<Call>,
) {
  return bridge.desktop?.call(name, args);
}

/** Waits for an answer that holds nothing to show; a refusal is told. */
export async function tellFailure(
  state: Pick<ConsoleState, 'notify'>,
  asked: Promise<Result<unknown>> | undefined,
): Promise<void> {
  const result = await asked;
  if (result?.ok === false) state.notify(result.error.message, 'problem');
}
