import { redactText } from '../desktop/redact.ts';

const keptLines = 500;
const longestLine = 2_000;

/** The node's last words, for its owner to read; what is secret or about people is taken out as it comes in. */
export class NodeLog {
  readonly #lines: string[] = [];

  add(line: string): void {
    if (line.trim() === '') return;
    this.#lines.push(redactText(line.slice(0, longestLine)));
    if (this.#lines.length > keptLines) this.#lines.shift();
  }

  get lines(): string[] {
    return [...this.#lines];
  }

  /** What it said last, as far as one line tells. */
  get last(): string | null {
    return this.#lines.at(-1) ?? null;
  }
}
