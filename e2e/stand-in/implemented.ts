import type { EventEmitter } from 'node:events';

/** Node's own members of every emitter, most of which answer the emitter itself; a double has Node's, too. */
type Inherited = Exclude<keyof EventEmitter, 'on' | 'once' | 'off'>;

/**
 * The part of one of Electron's types that a double has members for. A double that satisfies it is right in the types of
 * everything it shares with the original; what it lacks, `strict` refuses when it is asked for. Members that hold another
 * double are excepted: that one is held to its own original.
 */
export type Implemented<Original, Double, Excepted extends PropertyKey = never> = Pick<
  Original,
  Exclude<keyof Original & keyof Double, Excepted | Inherited>
>;
