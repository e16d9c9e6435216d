import type { en } from './en.ts';

/** The words of one language: the same shape in each. */
export type Words = Widened<typeof en>;

type Widened<Tree> = {
  readonly [Key in keyof Tree]: Tree[Key] extends string
    ? string
    : Tree[Key] extends (...args: infer Args) => string
      ? (...args: Args) => string
      : Widened<Tree[Key]>;
};
