/**
 * One run of a program, from its start to its end. Whatever is volatile hangs on it: after its end no statement of it
 * reaches a disk, no timer of it fires and no message of it is sent.
 */
export class Process {
  readonly name: string;
  isAlive = true;
  /** Statements left before it is killed; null when nothing threatens it. */
  #statementsLeft: number | null = null;
  /** Killed right before its next commit of something written, or right after it. */
  #killAtCommit: 'before' | 'after' | null = null;
  readonly #onEnd: (() => void)[] = [];

  constructor(name: string) {
    this.name = name;
  }

  onEnd(work: () => void): void {
    this.#onEnd.push(work);
  }

  /** Ends it without a word, as `kill -9` or a power cut do. */
  kill(): void {
    if (!this.isAlive) return;
    this.isAlive = false;
    for (const work of this.#onEnd) work();
  }

  /** Kills it just before one of its next statements: in the middle of a transaction, or right after a commit. */
  killAfterStatements(count: number): void {
    this.#statementsLeft = count;
  }

  killAtCommit(when: 'before' | 'after'): void {
    this.#killAtCommit = when;
  }

  /** Called before a commit of something written, and after it. @returns whether the process lives on. */
  survivesCommit(when: 'before' | 'after'): boolean {
    if (this.#killAtCommit === when) this.kill();
    return this.isAlive;
  }

  /** Called before each statement. @returns whether the process is there to carry it out. */
  survivesStatement(): boolean {
    if (!this.isAlive) return false;
    if (this.#statementsLeft === null) return true;
    this.#statementsLeft -= 1;
    if (this.#statementsLeft >= 0) return true;
    this.kill();
    return false;
  }

  spare(): void {
    this.#statementsLeft = null;
    this.#killAtCommit = null;
  }
}
