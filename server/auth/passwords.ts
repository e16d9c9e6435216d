import { compare, hash } from 'bcrypt';

/** Each step doubles the work of a guess, and of a sign-in. */
export const defaultPasswordCost = 12;

/** Hashes and checks passwords, on libuv's threads so that requests go on meanwhile. */
export class Passwords {
  readonly #cost: number;
  #decoy: Promise<string> | undefined;

  constructor(cost: number = defaultPasswordCost) {
    this.#cost = cost;
  }

  hash(password: string): Promise<string> {
    return hash(password, this.#cost);
  }

  /** Without a hash (no such user) it works just as long before it says no, so that its time tells nothing. */
  async isCorrect(password: string, passwordHash: string | null): Promise<boolean> {
    if (passwordHash !== null) return compare(password, passwordHash);
    this.#decoy ??= this.hash('nobody has this password');
    await compare(password, await this.#decoy);
    return false;
  }
}
