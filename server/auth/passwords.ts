import { compare, hash } from 'bcrypt';

/** Each step doubles the work of a guess, and of a sign-in. */
export const defaultPasswordCost = 12;

/** Hashes and checks passwords, on libuv's threads so that requests go on meanwhile. */
export class Passwords {
  readonly #cost: number;
  /** Looks like a hash and costs as much to compare with, but no password has it. */
  readonly #decoy: string;

  constructor(cost: number = defaultPasswordCost) {
    this.#cost = cost;
    this.#decoy = `$2b$${String(cost).padStart(2, '0')}$${'.'.repeat(53)}`;
  }

  hash(password: string): Promise<string> {
    return hash(password, this.#cost);
  }

  /** Without a hash (no such user) it works just as long before it says no, so that its time tells nothing. */
  async isCorrect(password: string, passwordHash: string | null): Promise<boolean> {
    const isMatch = await compare(password, passwordHash ?? this.#decoy);
    return isMatch && passwordHash !== null;
  }
}
