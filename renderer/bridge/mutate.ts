import type { MutationCall } from '#shared/mutators/registry.ts';
import type { ConsoleArgs, ConsoleBridge } from '#shared/protocol/ipc.ts';
import type { Mutated } from '#shared/protocol/kept-change.ts';
import type { Result } from '#shared/protocol/result.ts';

/** Makes one change, together with the files that go with a message, with the arguments that its mutator takes. Optional ones must be left out, not `undefined`. */
export function mutate(
  bridge: ConsoleBridge,
  { name, args }: MutationCall,
  files: readonly string[] = [],
): Promise<Result<Mutated>> {
  // The contract carries them as JSON, because a generic call cannot name each mutator's shape.
  const change = { name, args: args as ConsoleArgs<'mutate'>['args'] };
  return bridge.call('mutate', files.length === 0 ? change : { ...change, files: [...files] });
}
