/** Languages divide quantities differently; i18next puts the form at the end of the key. */
type StemOf<Key> = Key extends `${infer Stem}_one` ? Stem : never;

type TranslatedKey<Key> = Key extends `${infer Stem}_one`
  ? `${Stem}_one` | `${Stem}_few` | `${Stem}_many`
  : Key;

/**
 * The shape of a Russian namespace, derived from its English one: the same keys, and for every quantity (`_one`,
 * `_other`) the four forms that Russian has.
 */
export type Translated<English> = {
  readonly [Key in keyof English as TranslatedKey<Key>]: English[Key] extends string
    ? string
    : Translated<English[Key]>;
} & {
  // A quantity without its other forms would be a mistake in the English file.
  readonly [Key in keyof English as StemOf<Key> extends never ? never : `${StemOf<Key>}_other`]: string;
};
