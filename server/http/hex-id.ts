/** What a 24-digit id names; the two digits that it begins with. */
const kindDigits = { ticket: '01', user: '02', note: '03', feedback: '04', faq: '05' } as const;

export type HexIdKind = keyof typeof kindDigits;

const numberLength = 14;

/**
 * Ids of 24 hexadecimal digits for a surface whose clients expect them (mapping, section 8): the kind of thing, the
 * installation's salt, the row's integer. Reversible, so that no table is needed; they keep nobody out.
 */
export class HexIds {
  readonly #salt: string;

  /** @param salt eight hexadecimal digits, the same for the life of the database */
  constructor(salt: string) {
    if (!/^[\da-f]{8}$/.test(salt)) throw new Error('The salt of ids is no eight hexadecimal digits');
    this.#salt = salt;
  }

  encode(kind: HexIdKind, id: number): string {
    return `${kindDigits[kind]}${this.#salt}${id.toString(16).padStart(numberLength, '0')}`;
  }

  encodeOrNull(kind: HexIdKind, id: number | null): string | null {
    return id === null ? null : this.encode(kind, id);
  }

  /** The row's integer, in whatever case the digits are; null for what no row of this kind can be called. */
  decode(kind: HexIdKind, text: string): number | null {
    const prefix = `${kindDigits[kind]}${this.#salt}`;
    const digits = text.toLowerCase();
    if (!/^[\da-f]{24}$/.test(digits) || !digits.startsWith(prefix)) return null;
    const id = Number.parseInt(digits.slice(prefix.length), 16);
    return Number.isSafeInteger(id) && id > 0 ? id : null;
  }
}
