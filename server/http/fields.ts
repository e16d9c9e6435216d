import { z } from 'zod';

/** Text as people write it. A database may refuse NUL, so it is refused here. */
export function textField(maxLength: number) {
  return z
    .string()
    .max(maxLength)
    .refine((text) => !text.includes('\0'));
}

/** Text that says something: trimmed, and not empty then. */
export function filledField(maxLength: number, emptyText?: string) {
  return z
    .string()
    .trim()
    .min(1, emptyText)
    .max(maxLength)
    .refine((text) => !text.includes('\0'));
}

/** A field that may be left out or null, which mean the same. */
export function optional<Schema extends z.ZodType>(schema: Schema) {
  return schema.nullish().transform((value) => value ?? undefined);
}

/** A whole number in a query, moved into its range (contract, B12). */
export function clampedNumber(name: string, range: { min: number; max: number; otherwise: number }) {
  return z
    .string(`${name} must be a whole number`)
    .regex(/^[+-]?\d{1,15}$/, `${name} must be a whole number`)
    .transform((text) => Math.min(range.max, Math.max(range.min, Number(text))))
    .default(range.otherwise);
}

/** A row's integer in a path or a query. */
export function idField(text: string) {
  return z
    .string(text)
    .regex(/^[1-9]\d{0,14}$/, text)
    .transform(Number);
}
